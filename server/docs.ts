import { OpenAPIGenerator, type OpenAPI } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { createHash } from 'node:crypto';
import type { CentralRouter } from './router/router.ts';

/** The interface as a document and as a page that needs nothing from elsewhere: no script, no font, no network. */
export interface Docs {
  readonly specification: OpenAPI.Document;
  readonly page: string;
  readonly contentSecurityPolicy: string;
}

const STYLE = `
:root { color-scheme: light dark; font: 15px/1.6 system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1rem }
h1 { font-size: 1.5rem } h2 { font-size: 1.1rem; margin-top: 2rem }
details { border: 1px solid color-mix(in srgb, currentColor 18%, transparent); border-radius: 6px; margin: .4rem 0 }
summary { cursor: pointer; padding: .5rem .8rem } details > div { padding: 0 .8rem .8rem }
code, pre { font: 13px/1.5 ui-monospace, Consolas, monospace } pre { overflow-x: auto; margin: .3rem 0 }
.method { display: inline-block; min-width: 3.5rem; font-weight: 600 }
`;

/** Generates both from the contract. */
export async function createDocs(router: CentralRouter, version: string): Promise<Docs> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const specification = await generator.generate(router, {
    info: {
      title: 'Hotline Desk 中心接口',
      version,
      description:
        '座席与中心之间的接口。除 system.info 与 auth.signIn 外都须带 authorization: Bearer <会话>；sync.push 与 sync.attach 须带 x-desk: <座席编号>.<座席令牌>。',
    },
    servers: [{ url: '/api' }],
    components: {
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer' },
        desk: { type: 'apiKey', in: 'header', name: 'x-desk' },
      },
    },
    security: [{ session: [] }],
  });
  const styleHash = createHash('sha256').update(STYLE).digest('base64');
  return {
    specification,
    page: pageOf(specification),
    contentSecurityPolicy: `default-src 'none'; style-src 'sha256-${styleHash}'; frame-ancestors 'none'`,
  };
}

function pageOf({ info, paths = {} }: OpenAPI.Document): string {
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item?.[method];
      return operation ? [{ path, method, operation }] : [];
    }),
  );
  const groups = Map.groupBy(operations, ({ operation }) => operation.operationId?.split('.')[0] ?? '');
  const sections = [...groups].map(
    ([group, list]) => `<h2>${escape(group)}</h2>${list.map((entry) => operationHtml(entry)).join('')}`,
  );
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escape(info.title)}</title>
<meta name="viewport" content="width=device-width"><style>${STYLE}</style></head><body>
<h1>${escape(info.title)} ${escape(info.version)}</h1><p>${escape(info.description ?? '')}</p>
<p>机器可读：<a href="/api/openapi.json">/api/openapi.json</a></p>
${sections.join('\n')}</body></html>`;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

interface Operation {
  readonly path: string;
  readonly method: string;
  readonly operation: OpenAPI.OperationObject;
}

function operationHtml({ path, method, operation }: Operation): string {
  const { operationId = '', requestBody, responses } = operation;
  return `<details><summary><span class="method">${method.toUpperCase()}</span> <code>/api${escape(path)}</code>
 ${escape(operationId)}</summary><div>${part('请求', requestBody)}${part('应答', responses)}</div></details>`;
}

function part(title: string, content: unknown): string {
  if (content === undefined) return '';
  return `<h3>${title}</h3><pre>${escape(JSON.stringify(content, null, 2))}</pre>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
