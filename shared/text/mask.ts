/** 138****5521; short numbers keep their last two digits, extensions of offices (fewer than 7 digits) are not personal. */
export function maskPhone(phone: string): string {
  if (phone.length >= 11) return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
  if (phone.length >= 7) return `${phone.slice(0, phone.length - 6)}****${phone.slice(-2)}`;
  return phone;
}

/** 张*, 欧阳**: the family name's first character stays. */
export function maskName(name: string): string {
  const characters = Array.from(name);
  const [first] = characters;
  return first ? first + '*'.repeat(Math.max(1, characters.length - 1)) : '';
}

/** Keeps district and road, hides the rest: the first six characters stay. */
export function maskAddress(address: string): string {
  const characters = Array.from(address);
  return characters.length <= 6 ? address : `${characters.slice(0, 6).join('')}****`;
}
