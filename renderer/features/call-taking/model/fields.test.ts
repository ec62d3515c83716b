import { describe, expect, it } from 'vitest';
import { failure } from '../../../../shared/failure.ts';
import { fieldAtPath, fieldOfFailure, firstError, withoutErrors } from './fields.ts';

describe('which field an error belongs to', () => {
  it('is found from its place in the command', () => {
    expect(fieldAtPath(['payload', 'request', 'content'])).toBe('content');
    expect(fieldAtPath(['command', 'payload', 'request', 'caller', 'phone'])).toBe('callerPhone');
    expect(fieldAtPath(['payload', 'request', 'attachments', 3, 'size'])).toBe('attachments');
    expect(fieldAtPath(['payload', 'answer', 'text'])).toBe('answer');
    expect(fieldAtPath(['payload', 'text'])).toBe('continuation');
    expect(fieldAtPath(['deskSeq'])).toBeNull();
  });

  it.each([
    ['UNIT_CLOSED', 'unit'],
    ['ACCUSED_UNIT', 'unit'],
    ['SUBJECT_NOT_FOUND', 'subject'],
    ['REFUSAL_GROUND_UNKNOWN', 'ground'],
    ['DIRECT_WITHOUT_ATTEMPT', 'direct'],
    ['ATTACHMENT_TYPE', 'attachments'],
  ] as const)("is known from the station's code %s", (code, field) => {
    expect(fieldOfFailure(failure(code))).toBe(field);
  });

  it('is read from the detail of INVALID_INPUT, as a path or as the label', () => {
    expect(fieldOfFailure(failure('INVALID_INPUT', { detail: 'command.payload.request.place: 太长' }))).toBe('place');
    expect(fieldOfFailure(failure('INVALID_INPUT', { detail: '请写下诉求内容' }))).toBe('content');
    expect(fieldOfFailure(failure('INVALID_INPUT', { detail: '请写下答复内容' }))).toBe('answer');
  });

  it('is none where the failure is about the whole', () => {
    expect(fieldOfFailure(failure('ORDER_CLOSED'))).toBeNull();
    expect(fieldOfFailure(failure('STORE_FULL'))).toBeNull();
    expect(fieldOfFailure(failure('INVALID_INPUT'))).toBeNull();
  });
});

describe('the errors on the screen', () => {
  it('the first in reading order takes the focus', () => {
    expect(firstError({ unit: '请选择承办单位', content: '请写下诉求内容' })).toBe('content');
    expect(firstError({})).toBeNull();
  });

  it('a sentence goes as soon as its field is touched, the others stay', () => {
    expect(withoutErrors({ content: 'a', unit: 'b' }, ['content'])).toEqual({ unit: 'b' });
  });
});
