/** Name of the projection behind the case lists; its rows are read together. */
export const lists = 'youth-concern.lists';
