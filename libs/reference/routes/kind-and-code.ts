import { Param } from '@nestjs/common';
import { Problem } from '@sikkerby/http';
import { isReferenceKind } from '@sikkerby/reference';

const codeName = /^[a-z0-9]+([.-][a-z0-9]+)*$/;

/** The `:kind` of the path, or there is no such list. */
export const Kind = () =>
  Param('kind', {
    transform: (kind: string) => {
      if (!isReferenceKind(kind)) throw new Problem('not-found');
      return kind;
    },
  });

/** The `:code` of the path: a code name, or there is no such item. */
export const Code = () =>
  Param('code', {
    transform: (code: string) => {
      if (code.length > 60 || !codeName.test(code)) throw new Problem('not-found');
      return code;
    },
  });
