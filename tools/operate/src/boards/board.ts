import { VizLegendOptionsBuilder } from '@grafana/grafana-foundation-sdk/common';
import {
  type Dashboard,
  DashboardBuilder,
  DatasourceVariableBuilder,
  RowBuilder,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/timeseries';

/** A query in PromQL, and the names of its series. */
export type Query = { expr: string; legend: string };

export type Panel = {
  title: string;
  /** One of Grafana's units: `s`, `ops`, `percentunit`, `bytes`, `short`. */
  unit: string;
  queries: readonly Query[];
};

export type Board = { uid: string; title: string; rows: readonly { title: string; panels: readonly Panel[] }[] };

const source = { type: 'prometheus', uid: '$source' };
const height = 8;
const width = 8;

/** The dashboard in Grafana's import format; the viewer selects the Prometheus. */
export function dashboardOf({ uid, title, rows }: Board): Dashboard {
  const builder = new DashboardBuilder(`Waybill: ${title}`)
    .uid(uid)
    .tags(['waybill'])
    .refresh('30s')
    .time({ from: 'now-3h', to: 'now' })
    .timezone('browser')
    .readonly()
    .withVariable(new DatasourceVariableBuilder('source').label('Prometheus').type('prometheus'));
  for (const row of rows) {
    builder.withRow(new RowBuilder(row.title));
    for (const panel of row.panels) builder.withPanel(panelOf(panel));
  }
  return builder.build();
}

function panelOf({ title, unit, queries }: Panel): PanelBuilder {
  const panel = new PanelBuilder().title(title).unit(unit).min(0).datasource(source).height(height).span(width);
  panel.legend(new VizLegendOptionsBuilder().showLegend(true));
  for (const [at, { expr, legend }] of queries.entries()) {
    const refId = String.fromCharCode('A'.charCodeAt(0) + at);
    panel.withTarget(new DataqueryBuilder().refId(refId).datasource(source).expr(expr).legendFormat(legend));
  }
  return panel;
}

/** The median and the 99th percentile of a histogram, by a label. */
export const percentiles = (histogram: string, label: string, matchers = ''): Query[] =>
  [0.5, 0.99].map((quantile) => ({
    expr: `histogram_quantile(${quantile}, sum by (le, ${label}) (rate(${histogram}_bucket${matchers}[$__rate_interval])))`,
    legend: `{{${label}}} p${quantile * 100}`,
  }));

/** How often a second, apart by a label. */
export const rateBy = (label: string, counter: string): Query => ({
  expr: `sum by (${label}) (rate(${counter}[$__rate_interval]))`,
  legend: `{{${label}}}`,
});
