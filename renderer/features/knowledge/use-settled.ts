import { useEffect, useState } from 'react';

/**
 * A value once it has not changed for `ms`: what is typed is asked about when the hand rests.
 * @param owner whose value it is: another owner's is taken at once
 */
export function useSettled<T>(value: T, ms: number, owner: unknown = null): T {
  const [settled, setSettled] = useState({ value, owner });
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ value, owner }), ms);
    return () => clearTimeout(timer);
  }, [value, ms, owner]);
  return settled.owner === owner ? settled.value : value;
}
