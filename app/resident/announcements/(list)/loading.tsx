import { Skeleton } from "@/components/ui/skeleton";

/** The noticeboard's shape: a title and announcements of three lines. */
export default function AnnouncementsLoading() {
  return (
    <div>
      <Skeleton className="my-2.5 h-4 w-40" />
      {[0, 1, 2, 3, 4].map((row) => (
        <span key={row} className="grid gap-2.5 border-t border-line py-4">
          <Skeleton className="w-52 max-w-full" />
          <Skeleton className="w-full" />
          <Skeleton className="w-32" />
        </span>
      ))}
    </div>
  );
}
