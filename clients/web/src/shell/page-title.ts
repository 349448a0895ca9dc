import { placeNames } from './places.ts';

/** The title of a page: its order, run or place first, so that tabs and entries of the browser's history differ. */
export function pageTitle(pathname: string): string {
  const [place = '', id = '', part = ''] = pathname.split('/').slice(1).map(decoded);
  const name = id ? (part === 'approve' ? `Approve ${id}` : id) : placeNames[`/${place}`];
  return name ? `${name} · Waybill` : 'Waybill';
}

/** A path may contain what is no encoding. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
