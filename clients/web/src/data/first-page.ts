/** Reads only the first page of a list that the client iterates to its end. */
export async function firstPage<Page>(pages: AsyncGenerator<Page, void>): Promise<Page> {
  for await (const page of pages) return page;
  throw new Error('A list has at least one page, even when it is empty');
}
