import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { random } from './random.js';

const ivLength = 12;
const tagLength = 16;
const step = 64;

/** AES-256-GCM under a random nonce: nonce, tag and ciphertext in one. `bound` cannot be changed either. */
export function sealBytes(key: Buffer, bound: readonly string[], bytes: Buffer): Buffer {
  const iv = random(ivLength);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(JSON.stringify(bound)));
  const ciphertext = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), ciphertext]);
}

/** The bytes; throws when key, bound values or the sealed bytes are not those of the sealing. */
export function openBytes(key: Buffer, bound: readonly string[], sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivLength), {
    authTagLength: tagLength,
  });
  decipher.setAAD(Buffer.from(JSON.stringify(bound)));
  decipher.setAuthTag(sealed.subarray(ivLength, ivLength + tagLength));
  return Buffer.concat([decipher.update(sealed.subarray(ivLength + tagLength)), decipher.final()]);
}

/** The text in UTF-8, an end mark, and zeros up to a multiple of 64 bytes: its length says little. */
export function padded(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const bytes = Buffer.alloc(Math.ceil((length + 1) / step) * step);
  bytes.write(text);
  bytes[length] = 0x80;
  return bytes;
}

export function unpadded(bytes: Buffer): string {
  return bytes.toString('utf8', 0, bytes.lastIndexOf(0x80));
}

/** A key for one purpose, from the key-encryption key. */
export function derivedKey(keyEncryptionKey: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', keyEncryptionKey, '', `sikkerby ${purpose}`, 32));
}

/** Keyed digest of some texts: nothing can be guessed from it without the key. */
export function keyedDigest(key: Buffer, ...texts: readonly string[]): Buffer {
  return createHmac('sha256', key).update(JSON.stringify(texts)).digest();
}
