const lineHeight = 20;
const margin = 20;
const width = 860;

const colors: Record<string, string> = { '31': '#e06c75', '32': '#7ec699', '33': '#e5c07b' };

/** A terminal's text as an SVG image: one `text` per line, one `tspan` per style. */
export function svgOf(lines: readonly string[], label: string): string {
  const texts = lines.flatMap((line, row) => (line === '' ? [] : [textOf(line, 34 + row * lineHeight)]));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${lines.length * lineHeight + 2 * margin}" role="img" aria-label="${escaped(label)}">
  <style>text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; white-space: pre; fill: #d7dae0 }</style>
  <rect width="100%" height="100%" rx="8" fill="#1e2127"/>
${texts.join('\n')}
</svg>
`;
}

const textOf = (line: string, y: number): string => `  <text x="${margin}" y="${y}">${spansOf(line).join('')}</text>`;

function spansOf(line: string): string[] {
  const [first = '', ...styled] = line.split('\x1b[');
  const rest = styled.map((part) => {
    const end = part.indexOf('m');
    return spanOf(part.slice(end + 1), part.slice(0, end));
  });
  return [spanOf(first), ...rest].filter((span) => span !== '');
}

function spanOf(text: string, code = ''): string {
  return text === '' ? '' : `<tspan${styleOf(code)}>${escaped(text)}</tspan>`;
}

/** The codes that end a style are no style. */
function styleOf(code: string): string {
  if (code === '1') return ' font-weight="bold"';
  if (code === '2') return ' fill-opacity="0.55"';
  const color = colors[code];
  return color ? ` fill="${color}"` : '';
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
