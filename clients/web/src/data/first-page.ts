/** One page of a list that the client would read to its end. */
export async function firstPage<Page>(pages: AsyncGenerator<Page, void>): Promise<Page> {
  for await (const page of pages) return page;
  throw new Error('A list has at least one page, if an empty one');
}
