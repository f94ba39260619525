using GuidelineBench.Reporting.Hardware;

namespace GuidelineBench.Reporting;

/// <summary>
/// Takes in result files one after the other for one report. Of each run it keeps a digest, and the whole file only of
/// those that the hardware page shows, so that hundreds of files need little memory.
/// </summary>
public sealed class RunCollection
{
    private readonly SharedTexts texts = new();

    private readonly Dictionary<(MachineIdentity Machine, DateTimeOffset StartedUtc, int Seed, string? Command), RunDigest> runs = [];

    private readonly Dictionary<MachineKey, (NamedResultFile? Guidelines, NamedResultFile? Networks)> newest = [];

    private readonly List<(MachineIdentity Machine, MachineKey Key)> keys = [];

    private readonly List<string> repeated = [];

    /// <summary>Runs, each counted once.</summary>
    public int Count => runs.Count;

    /// <summary>Names of files with a run that another file holds too; of the two the one with more rounds counts.</summary>
    public IReadOnlyList<string> Repeated => repeated;

    /// <exception cref="ReportException">The file holds no cells.</exception>
    public void Add(NamedResultFile file)
    {
        if (file.File.Cells.IsDefaultOrEmpty)
            throw new ReportException($"{file.Name}: the result file holds no cells; a report needs one or more.");
        var digest = RunDigest.Of(file.Name, file.File, texts);
        (MachineIdentity, DateTimeOffset, int, string?) run = (digest.Machine, file.File.StartedUtc, file.File.Seed, file.File.Command);
        if (runs.TryGetValue(run, out RunDigest? known))
        {
            bool isBetter = (file.File.Complete, digest.Facts.Rounds).CompareTo((known.Facts.Complete, known.Facts.Rounds)) > 0;
            repeated.Add(isBetter ? known.Facts.Source : file.Name);
            if (!isBetter)
                return;
        }

        runs[run] = digest;
        bool wasWide = IsWide;
        file = wasWide ? file.WithoutOperators() : file;
        Keep(MachineKey.OfGuidelines(file.File), file, (before, after) => before with { Guidelines = after }, kept => kept.Guidelines);
        Keep(MachineKey.OfNetworks(file.File), file, (before, after) => before with { Networks = after }, kept => kept.Networks);
        if (MachineKey.OfGuidelines(file.File) is null && MachineKey.OfNetworks(file.File) is null)
            Keep(MachineKey.OfOthers(file.File), file, (before, after) => before with { Guidelines = after }, kept => kept.Guidelines);
        if (IsWide && !wasWide)
            ForgetOperators();
    }

    /// <summary>Machines in the order in which their first files were added, each with its newest runs.</summary>
    internal ImmutableArray<NewestRuns> Newest => [.. keys.Select(entry => new NewestRuns(entry.Key, newest[entry.Key].Guidelines, newest[entry.Key].Networks))];

    /// <summary>Machines with two runs or more, in the same order.</summary>
    internal ImmutableArray<MachineHistory> Histories =>
    [
        .. from machine in keys.Select(entry => entry.Machine).Distinct()
           let own = runs.Values.Where(run => run.Machine == machine).ToArray()
           where own.Length > 1
           select MachineHistory.Of(own),
    ];

    /// <summary>Of more machines no page has sections, which alone show operators; these are most of a file.</summary>
    private bool IsWide => keys.Count > Report.MostWithSections;

    private void Keep(
        MachineKey? key,
        NamedResultFile file,
        Func<(NamedResultFile? Guidelines, NamedResultFile? Networks), NamedResultFile, (NamedResultFile?, NamedResultFile?)> replace,
        Func<(NamedResultFile? Guidelines, NamedResultFile? Networks), NamedResultFile?> select)
    {
        if (key is null)
            return;
        if (!newest.TryGetValue(key, out (NamedResultFile? Guidelines, NamedResultFile? Networks) kept))
            keys.Add((key.Machine, key));
        newest[key] = select(kept) is { } before && !IsNewer(file.File, before.File) ? kept : replace(kept, file);
    }

    private void ForgetOperators()
    {
        foreach ((MachineKey key, (NamedResultFile? guidelines, NamedResultFile? networks)) in newest.ToArray())
        {
            NamedResultFile? kept = guidelines?.WithoutOperators();
            newest[key] = (kept, networks == guidelines ? kept : networks?.WithoutOperators());
        }
    }

    /// <summary>A complete run before one that is not, then the later one, then the one with more rounds.</summary>
    private static bool IsNewer(ResultFile file, ResultFile before) =>
        (file.Complete, file.StartedUtc, Doubts.RoundsOf(file)).CompareTo((before.Complete, before.StartedUtc, Doubts.RoundsOf(before))) > 0;
}
