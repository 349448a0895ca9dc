import { connect } from '@waybill/client';
import { useConnection, useOrder, useOrders, WaybillProvider } from '@waybill/client/react';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

/** Shows the newest order, live, or another one that the user chooses. */
function App() {
  const [chosen, choose] = useState('');
  const { orders } = useOrders(null, { first: 10 });
  const newest = orders.map(({ id }) => <option key={id}>{id}</option>);
  const id = chosen || orders[0]?.id;
  return (
    <>
      <p>{useConnection().status}</p>
      <select onChange={({ target }) => choose(target.value)}>{newest}</select>
      {id && <Order id={id} />}
    </>
  );
}

function Order({ id }: { id: string }) {
  const { order, error } = useOrder(id);
  const steps = order?.steps.map(({ name, status }) => <li key={name}>{`${name}: ${status}`}</li>);
  return (
    <>
      <h1>{error ? String(error) : `${id}: ${order?.status ?? '…'}`}</h1>
      <progress max={100} value={order?.progress ?? 0} />
      <ol>{steps}</ol>
    </>
  );
}

const { searchParams, hash } = new URL(location.href);
const shop = connect({ url: searchParams.get('gateway') ?? '/graphql', token: hash.slice(1) });
createRoot(document.body).render(
  <WaybillProvider value={shop}>
    <App />
  </WaybillProvider>,
);
