import { postgresServer } from '@waybill/platform/testing';
import { median } from '../orders/orders.ts';
import { type BookRequest, requests } from './requests.ts';
import { type Book, bookOf } from './seed.ts';

const pairs = Number(process.argv[2] ?? 5);
const [small, large] = [1_000, Number(process.argv[3] ?? 1_000_000)];
const line = 2;

const server = await postgresServer();
try {
  const books = [
    await bookOf(await server.freshDatabase(), small),
    await bookOf(await server.freshDatabase(), large),
  ] as const;
  const rows = [];
  for (const request of requests) rows.push(await compared(request, books));
  for (const row of rows.filter(({ ratio }) => ratio > line)) console.log(rowText(row));
  const ratios = rows.map(({ ratio }) => ratio);
  console.log(
    `${rows.length} requests, ${ratios.filter((ratio) => ratio > line).length} of them above ${line}; median ${median(ratios)?.toFixed(2)}`,
  );
  for (const { opened } of books) await opened.close();
} finally {
  await server.stop();
}
process.exit(0);

/** The ratio of a request's time on the large book to that on the small one, by the shortest times: other work only adds to a time. */
async function compared(request: BookRequest, [few, many]: readonly [Book, Book]) {
  for (const book of [few, many, few, many]) await request.ask(book);
  const times = { few: [] as number[], many: [] as number[] };
  for (let pair = 0; pair < pairs; pair++) {
    for (const which of pair % 2 === 0 ? (['many', 'few'] as const) : (['few', 'many'] as const))
      times[which].push(await timed(request, which === 'few' ? few : many));
  }
  const [ofFew, ofMany] = [Math.min(...times.few), Math.min(...times.many)];
  return { name: request.name, few: ofFew, many: ofMany, ratio: ofMany / ofFew };
}

async function timed({ ask }: BookRequest, book: Book): Promise<number> {
  const began = performance.now();
  await ask(book);
  return performance.now() - began;
}

function rowText({ name, few, many, ratio }: Awaited<ReturnType<typeof compared>>): string {
  return `${ratio.toFixed(2)} (${many.toFixed(1)} ms beside ${few.toFixed(1)} ms): ${name}`;
}
