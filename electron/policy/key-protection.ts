/** What the system offers for keeping a secret. */
export interface SystemVault {
  readonly platform: NodeJS.Platform;
  /** Whether the system's encryption can be used at all. */
  readonly available: boolean;
  /** On Linux the secret service behind it, as Electron names it; null elsewhere. */
  readonly backend: string | null;
}

/** `system`: wrapped by the operating system; `file`: in a file only its owner can read, with the reason in Chinese. */
export type KeyProtection = { readonly kind: 'system' } | { readonly kind: 'file'; readonly why: string };

/**
 * How the desk's key is kept. Electron's `basic_text` wraps with a password that stands in its own source: it looks
 * like protection and is none, so an owner-only file, which at least claims nothing, is taken instead and the person
 * is told.
 */
export function keyProtection({ platform, available, backend }: SystemVault): KeyProtection {
  if (!available) return { kind: 'file', why: '系统没有可用的密钥服务' };
  if (platform !== 'linux') return { kind: 'system' };
  if (backend === null || backend === 'unknown') return { kind: 'file', why: '无法确认系统的密钥服务' };
  if (backend === 'basic_text') return { kind: 'file', why: '系统没有安装密钥环（如 gnome-keyring 或 KWallet）' };
  return { kind: 'system' };
}
