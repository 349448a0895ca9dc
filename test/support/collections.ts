import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** A collection that outlives the call that creates it, and grows later. */
export type Held = { name: string; line: number };

const kinds = new Set(['Map', 'Set', 'LRUCache']);
const additions = new Set(['set', 'add', 'push', 'unshift']);

/**
 * The maps, sets and lists of a source file that can grow: of its modules, of its classes, of its closures, and those
 * that are put into something else. What is only ever used by the function that makes it is gone when that returns.
 */
export function collectionsHeldIn(file: string): Held[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2023, true);
  const names = [...all(source, ts.isIdentifier), ...all(source, ts.isPrivateIdentifier)];
  return all(source, isCollection)
    .filter((made) => {
      const owner = ownerOf(made);
      if (!owner) return !isEmptyList(made) && !made.arguments?.length;
      const uses = names.filter((name) => name.text === owner.name && name !== owner.declared);
      return (owner.isHeld || uses.some((use) => outlives(use, made))) && uses.some(grows);
    })
    .map((made) => ({
      name: ownerOf(made)?.name ?? made.getText(source),
      line: source.getLineAndCharacterOfPosition(made.getStart()).line + 1,
    }));
}

function all<T extends ts.Node>(node: ts.Node, is: (node: ts.Node) => node is T): T[] {
  const found: T[] = is(node) ? [node] : [];
  node.forEachChild((child) => void found.push(...all(child, is)));
  return found;
}

const isCollection = (node: ts.Node): node is ts.NewExpression | ts.ArrayLiteralExpression =>
  ts.isNewExpression(node) ? kinds.has(node.expression.getText()) : isEmptyList(node);

const isEmptyList = (node: ts.Node): node is ts.ArrayLiteralExpression =>
  ts.isArrayLiteralExpression(node) && node.elements.length === 0;

/** What a collection is called, and whether that name is a module's or an object's own. */
function ownerOf(made: ts.Node) {
  let node = made.parent;
  while (ts.isBinaryExpression(node) || ts.isParenthesizedExpression(node) || ts.isAsExpression(node))
    node = node.parent;
  if (ts.isPropertyDeclaration(node)) return { name: node.name.getText(), declared: node.name, isHeld: true };
  if (!ts.isVariableDeclaration(node)) return undefined;
  return { name: node.name.getText(), declared: node.name, isHeld: functionOf(node) === undefined };
}

/** Used by a function that may be called later, or handed to something that keeps it. */
function outlives(use: ts.Node, made: ts.Node): boolean {
  if (functionOf(use) !== functionOf(made)) return true;
  const whole = chainFrom(use);
  const { parent } = whole;
  const isPutSomewhere =
    ts.isCallExpression(parent) && parent.arguments.includes(whole as ts.Expression) && adds(parent);
  return isPutSomewhere || ts.isShorthandPropertyAssignment(parent) || ts.isPropertyAssignment(parent);
}

/** `made.set(1, 2)`, for the `made` in it: what adds answers with the collection itself. */
function chainFrom(use: ts.Node): ts.Node {
  const { parent } = use;
  const isCalled =
    ts.isPropertyAccessExpression(parent) && parent.expression === use && ts.isCallExpression(parent.parent);
  return isCalled && adds(parent.parent as ts.CallExpression) ? chainFrom(parent.parent) : use;
}

/** Something is added to it, or it is replaced by one that is longer. */
function grows(use: ts.Node): boolean {
  const { parent } = use;
  if (ts.isPropertyAccessExpression(parent) && parent.name === use) return grows(parent);
  if (ts.isBinaryExpression(parent))
    return parent.operatorToken.kind === ts.SyntaxKind.EqualsToken && parent.left === use;
  return ts.isPropertyAccessExpression(parent) && ts.isCallExpression(parent.parent) && adds(parent.parent);
}

const adds = ({ expression }: ts.CallExpression): boolean =>
  ts.isPropertyAccessExpression(expression) && additions.has(expression.name.text);

/** The function that runs this; what is handed to another call on the spot runs with it. */
function functionOf(node: ts.Node): ts.Node | undefined {
  let at: ts.Node | undefined = node.parent;
  while (at && !ts.isFunctionLike(at)) at = at.parent;
  if (at && ts.isArrowFunction(at) && isIteration(at.parent)) return functionOf(at);
  return at;
}

const iterations = new Set(['map', 'filter', 'flatMap', 'forEach', 'some', 'every', 'find', 'reduce', 'sort']);
const isIteration = (call: ts.Node): boolean =>
  ts.isCallExpression(call) &&
  ts.isPropertyAccessExpression(call.expression) &&
  iterations.has(call.expression.name.text);
