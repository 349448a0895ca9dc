const finalText = 0x81;
const lengthIn16Bits = 126;
const lengthIn64Bits = 127;

/**
 * The beginning of an unmasked text frame (RFC 6455 §5.2) with the first part of its text; `rest` bytes of text follow. Part of
 * the fast path in `delivery.ts`.
 */
export function frameBeginning(text: Buffer, rest: number): Buffer {
  const length = text.length + rest;
  const head = headLength(length);
  const beginning = Buffer.allocUnsafe(head + text.length);
  beginning[0] = finalText;
  if (head === 2) beginning[1] = length;
  else if (head === 4) {
    beginning[1] = lengthIn16Bits;
    beginning.writeUInt16BE(length, 2);
  } else {
    beginning[1] = lengthIn64Bits;
    beginning.writeBigUInt64BE(BigInt(length), 2);
  }
  beginning.set(text, head);
  return beginning;
}

function headLength(length: number): number {
  if (length < lengthIn16Bits) return 2;
  return length <= 0xffff ? 4 : 10;
}
