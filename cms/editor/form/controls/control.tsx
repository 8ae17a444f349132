import { EditionControl, OneOfControl, SomeOfControl } from './choice-controls.tsx';
import type { AnyControl } from './control-props.ts';
import { FileControl } from './file-control.tsx';
import { GroupControl, RowsControl } from './group-controls.tsx';
import { PickControl } from './pick-control.tsx';
import {
  DayControl,
  LineControl,
  LinesControl,
  NumberControl,
  ParagraphControl,
  YesNoControl,
} from './text-controls.tsx';

/** The control that asks for a field, by its kind. */
export const Control: AnyControl = ({ field, ...rest }) => {
  switch (field.kind) {
    case 'line':
      return <LineControl {...rest} field={field} />;
    case 'paragraph':
      return <ParagraphControl {...rest} field={field} />;
    case 'lines':
      return <LinesControl {...rest} field={field} />;
    case 'day':
      return <DayControl {...rest} field={field} />;
    case 'number':
      return <NumberControl {...rest} field={field} />;
    case 'yes-no':
      return <YesNoControl {...rest} field={field} />;
    case 'one-of':
      return <OneOfControl {...rest} field={field} />;
    case 'some-of':
      return <SomeOfControl {...rest} field={field} />;
    case 'edition':
      return <EditionControl {...rest} field={field} />;
    case 'pick':
      return <PickControl {...rest} field={field} />;
    case 'file':
      return <FileControl {...rest} field={field} />;
    case 'group':
      return <GroupControl {...rest} field={field} Control={Control} />;
    case 'rows':
      return <RowsControl {...rest} field={field} Control={Control} />;
  }
};
