import { Notice } from '../components/notice.tsx';

export const NoSuchPage = () => (
  <Notice icon="search" title="There is no such page" text="The address may have been mistyped." />
);
