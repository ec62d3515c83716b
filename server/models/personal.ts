import type { FiledOrder } from '../../db/central/models.ts';
import type { Request } from '../../shared/domain/order.ts';

const CHAIN = /\p{Script=Han}{2,4}/gu;
/** A name with how one is spoken of: 王先生, 姓李的女士. */
const SPOKEN_OF = /(?:姓\p{Script=Han}的?|\p{Script=Han})(?:先生|女士|小姐|师傅|大爷|大妈|阿姨)/gu;

/** A request's text without whoever it is about: name, telephone, address, the person complained of. H19. */
export function withoutPerson(text: string, { caller, accused }: Pick<Request, 'caller' | 'accused'>): string {
  const known = [caller.name, caller.phone, caller.address, accused.person].filter((part) => part.length > 1);
  return known.reduce((left, part) => left.replaceAll(part, ' '), text).replace(SPOKEN_OF, ' ');
}

/** Every name that stands in the orders' own fields: none may become a term of a model, however many bear it. */
export function namesIn(orders: readonly FiledOrder[]): ReadonlySet<string> {
  const names = orders.flatMap(({ request, writer }) => [request.caller.name, request.accused.person, writer]);
  return new Set(names.flatMap((name) => name.match(CHAIN) ?? []));
}
