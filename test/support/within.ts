import { patience } from './patience.js';

/**
 * What is promised, unless it takes longer than so many seconds: then it fails and says what did not
 * happen, before Jest gives up and says nothing.
 */
export async function within<Answer>(
  seconds: number,
  what: string,
  promised: Promise<Answer>,
): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    const complain = () => reject(new Error(`waited ${seconds} s in vain: ${what}`));
    timer = setTimeout(complain, patience(seconds));
  });
  try {
    return await Promise.race([promised, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
