export function removeServer(folder: string): Promise<void>;
