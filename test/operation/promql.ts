import { parser } from '@prometheus-io/lezer-promql';

/** A selector of an expression, with the labels that it is matched and grouped by. */
export type Selector = { metric: string; labels: string[]; matchers: { label: string; values: string[] }[] };

/** The selectors of an expression of PromQL, by Prometheus' own grammar. */
export function selectorsIn(expression: string): Selector[] {
  const selectors: Selector[] = [];
  const groupings: { labels: string[]; end: number }[] = [];
  const textOf = ({ from, to }: { from: number; to: number }) => expression.slice(from, to);
  parser.parse(expression).iterate({
    enter({ type, node, from, to }) {
      if (type.isError) throw new Error(`No PromQL at "${expression.slice(from)}": ${expression}`);
      if (type.name === 'AggregateExpr') {
        const modifier = node.getChild('AggregateModifier')?.getChild('GroupingLabels');
        groupings.push({ labels: modifier ? modifier.getChildren('LabelName').map(textOf) : [], end: to });
      }
      if (type.name !== 'VectorSelector') return;
      const metric = node.getChild('Identifier');
      if (!metric) throw new Error(`A selector without the name of a metric: ${expression}`);
      const matchers = (node.getChild('LabelMatchers')?.getChildren('UnquotedLabelMatcher') ?? []).map((matcher) => ({
        label: textOf(matcher.firstChild ?? matcher),
        values: textOf(matcher.lastChild ?? matcher)
          .slice(1, -1)
          .split('|'),
      }));
      const groupedBy = groupings.filter(({ end }) => end >= to).flatMap(({ labels }) => labels);
      selectors.push({
        metric: textOf(metric),
        labels: [...matchers.map(({ label }) => label), ...groupedBy],
        matchers,
      });
    },
  });
  return selectors;
}
