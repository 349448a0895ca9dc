const finalText = 0x81;
const lengthIn16Bits = 126;
const lengthIn64Bits = 127;

/** The parts as one whole text frame as a server sends it, not masked (RFC 6455 §5.2). */
export function textFrame(...parts: readonly Buffer[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const head = headLength(length);
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = finalText;
  if (head === 2) frame[1] = length;
  else if (head === 4) {
    frame[1] = lengthIn16Bits;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = lengthIn64Bits;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  let at = head;
  for (const part of parts) {
    frame.set(part, at);
    at += part.length;
  }
  return frame;
}

function headLength(length: number): number {
  if (length < lengthIn16Bits) return 2;
  return length <= 0xffff ? 4 : 10;
}
