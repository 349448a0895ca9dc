import './session/oidc/callback.ts'; // before the router reads the address
import './design/base.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { router } from './router.tsx';
import { applyPreferences } from './session/preferences.ts';
import { tokenStore } from './session/token-store.ts';
import { pageTitle } from './shell/page-title.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The document has no #root');

applyPreferences();
router.subscribe('onResolved', ({ toLocation }) => {
  document.title = pageTitle(toLocation.pathname);
});
tokenStore.subscribe(() => void router.invalidate());
createRoot(root).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
);
