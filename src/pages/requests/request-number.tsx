import { Fragment, type JSX } from 'preact';

/** The number of a request; on a narrow screen it breaks after a slash, not within a year. */
export function RequestNumber({ of }: { of: string }): JSX.Element {
  const parts = of.split('/');
  return (
    <>
      {parts.map((part, index) => (
        <Fragment key={index}>
          {part}
          {index < parts.length - 1 && '/'}
          {index < parts.length - 1 && <wbr />}
        </Fragment>
      ))}
    </>
  );
}
