import ts from 'typescript';

/** The spreads of an object that is written in place, of which the fields could stand for themselves. */
export function spreadLiterals(name: string, text: string): string[] {
  if (!/\.\.\.\s*\{/.test(text)) return [];
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isSpread = ts.isSpreadAssignment(node) || ts.isJsxSpreadAttribute(node);
    if (isSpread && ts.isObjectLiteralExpression(node.expression))
      found.push(`${name}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} spreads a literal`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
