/** Chinese of the printed forms. */
export const TEXT = {
  title: '打印文书',
  open: '打印文书',
  forms: '选择文书',
  none: '本市规定没有可由您打印的文书。',
  filled: '手工填写',
  copies: '份数',
  clear: '印出完整个人信息（留痕）',
  clearBarred: '您没有查看个人信息的权限，印出的个人信息有遮盖',
  preview: '预览',
  print: '打印',
  savePdf: '保存为 PDF',
  sheet: (number: number, total: number): string => `第 ${number} 页，共 ${total} 页`,
  copy: (number: number): string => `第 ${number} 份`,
  recorded: (name: string): string => `${name}已登记打印`,
} as const;
