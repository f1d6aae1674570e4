import { ListLoading } from "@/app/admin/_components/list-loading";

export default function Loading() {
  return <ListLoading widths={[130, 180, 140, 120]} />;
}
