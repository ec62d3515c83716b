import { CloseCircleFilled } from '@ant-design/icons';

// antd's own names for what clears a field are English.

/** `allowClear` of a select. */
export const CLEARABLE = { clearIcon: <CloseCircleFilled aria-hidden />, label: '清除' } as const;

/** `allowClear` of an input. */
export const CLEARABLE_INPUT = { clearIcon: <CloseCircleFilled aria-label="清除" /> } as const;
