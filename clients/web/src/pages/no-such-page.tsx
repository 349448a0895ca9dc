import { LinkButton } from '../components/link-button.tsx';
import { Notice } from '../components/notice.tsx';

export const NoSuchPage = () => (
  <Notice icon="search" title="Page not found" text="The URL may have been mistyped.">
    <LinkButton to="/" look="primary">
      Overview
    </LinkButton>
  </Notice>
);
