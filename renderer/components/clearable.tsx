import { CloseCircleFilled } from '@ant-design/icons';

/** `allowClear` of a select: antd's own name for its clearing button is English. */
export const CLEARABLE = { clearIcon: <CloseCircleFilled aria-hidden />, label: '清除' } as const;
