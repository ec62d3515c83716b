/** What the import says. */
export const IMPORT_TEXT = {
  choose: '选择文件',
  hint: '支持 docx、xlsx、html、txt。xlsx 第一行须有“标题”和“正文”两列，一行一篇。',
  empty: '选一个文件，先看读出了什么，再决定导入哪些。',
  report: '读取结果',
  understood: (name: string, count: number) => `${name}：读出 ${count} 篇`,
  ownerHint: '不选则按文件所写，没写的归热线中心',
  take: (count: number) => `导入为草稿（${count} 篇）`,
  from: (name: string) => `导入自 ${name}`.slice(0, 500),
} as const;
