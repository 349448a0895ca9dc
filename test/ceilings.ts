import ts from 'typescript';

/** The most lines of a function and of a file, unless a comment gives a reason. */
export const ceilings = { function: 40, file: 150 };

const reasonOf = (kind: keyof typeof ceilings) => new RegExp(`Longer than ${ceilings[kind]} lines: [^\\s*]`, 'g');

/** What exceeds a ceiling without a reason, and what gives an unneeded reason. */
export const overCeilings = (name: string, text: string): string[] => [
  ...fileOver(name, text),
  ...functionsOver(name, text),
];

function fileOver(name: string, text: string): string[] {
  const lines = text.trimEnd().split('\n').length;
  const isLong = lines > ceilings.file;
  if (isLong === reasonOf('file').test(text)) return [];
  return [isLong ? `${name} has ${lines} lines` : `${name} gives a reason for a length that it does not have`];
}

function functionsOver(name: string, text: string): string[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const long = functionsIn(source).filter((node) => sizeOf(node) > ceilings.function && !isListOfTests(node));
  const unexplained = long.filter((node) => !reasonOf('function').test(commentsOf(node)));
  const reasons = text.match(reasonOf('function'))?.length ?? 0;
  return [
    ...unexplained.map((node) => `${name}:${linesOf(node)[0] + 1} is a function of ${sizeOf(node)} lines`),
    ...(reasons > long.length - unexplained.length ? [`${name} gives a reason for a function that is not long`] : []),
  ];
}

type WithBody = ts.FunctionLikeDeclaration & { body: ts.ConciseBody };

function functionsIn(node: ts.Node): WithBody[] {
  const here = ts.isFunctionLike(node) && 'body' in node && node.body ? [node as WithBody] : [];
  const below: WithBody[] = [];
  ts.forEachChild(node, (child) => void below.push(...functionsIn(child)));
  return [...here, ...below];
}

function linesOf(node: ts.Node): [first: number, last: number] {
  const source = node.getSourceFile();
  const line = (position: number) => source.getLineAndCharacterOfPosition(position).line;
  return [line(node.getStart(source)), line(node.end)];
}

function sizeOf(node: ts.Node): number {
  const [first, last] = linesOf(node);
  return last - first + 1;
}

/** What `describe` calls, or a suite for several engines: it has no line but those of its tests. */
function isListOfTests({ body }: WithBody): boolean {
  const statements: readonly ts.Node[] = ts.isBlock(body) ? body.statements : [body];
  return statements.some((statement) => /^(test|describe|scenario)\b/.test(statement.getText()));
}

/** The comments above a function, or above what it is a part of on the same line. */
function commentsOf(node: ts.Node): string {
  const text = node.getSourceFile().text;
  const own = (ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []).map(({ pos, end }) => text.slice(pos, end));
  const isStatement = ts.isStatement(node) || ts.isSourceFile(node.parent);
  const above = isStatement || linesOf(node.parent)[0] !== linesOf(node)[0] ? '' : commentsOf(node.parent);
  return [...own, above].join('\n');
}
