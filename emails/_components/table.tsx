type TableProps = {
  align?: "center";
  className?: string;
  style?: React.CSSProperties;
  /** As wide as its content instead of its column. */
  fit?: boolean;
  children: React.ReactNode;
};

/** A table for layout, which is the only layout every mail client draws. Screen readers pass over it. */
export function Table({ children, fit = false, style, ...rest }: TableProps) {
  return (
    <table
      role="presentation"
      border={0}
      cellPadding={0}
      cellSpacing={0}
      {...(fit ? {} : { width: "100%" })}
      style={{ borderCollapse: "collapse", ...style }}
      {...rest}
    >
      <tbody>{children}</tbody>
    </table>
  );
}
