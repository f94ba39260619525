using System.Collections.Immutable;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Reporting;

/// <summary>Short names that tell runs apart: the host, and a number where a host has several runs.</summary>
internal static class MachineNames
{
    public static ImmutableArray<string> Of(IReadOnlyList<NamedResultFile> files) =>
    [
        .. files.Select((file, index) => HasOtherRuns(files, index)
            ? FormattableString.Invariant($"{file.File.Machine.Host} ({1 + files.Take(index).Count(earlier => SameHost(earlier.File, file.File))})")
            : file.File.Machine.Host),
    ];

    private static bool HasOtherRuns(IReadOnlyList<NamedResultFile> files, int index) =>
        files.Where((_, other) => other != index).Any(other => SameHost(other.File, files[index].File));

    private static bool SameHost(ResultFile one, ResultFile other) => one.Machine.Host == other.Machine.Host;
}
