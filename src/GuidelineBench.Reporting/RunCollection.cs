using GuidelineBench.Reporting.Hardware;

namespace GuidelineBench.Reporting;

/// <summary>Takes in result files one after the other for one report. Of each run it keeps a digest, and the whole file only of those that the hardware page shows, so that hundreds of files need little memory.</summary>
public sealed class RunCollection
{
    private readonly SharedTexts texts = new();
    private readonly Dictionary<(MachineIdentity Machine, DateTimeOffset StartedUtc, int Seed, string? Command), RunDigest> runs = [];
    private readonly OrderedDictionary<MachineKey, NewestRuns> newest = [];
    private readonly List<string> repeated = [];

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
        (MachineKey? guidelines, MachineKey? networks) = (MachineKey.OfGuidelines(file.File), MachineKey.OfNetworks(file.File));
        Keep(guidelines is null && networks is null ? MachineKey.OfOthers(file.File) : guidelines, file, kept => kept.Guidelines, kept => kept with { Guidelines = file });
        Keep(networks, file, kept => kept.Networks, kept => kept with { Networks = file });
        if (IsWide && !wasWide)
            ForgetOperators();
    }

    /// <summary>Machines in the order in which their first files were added, each with its newest runs.</summary>
    internal ImmutableArray<NewestRuns> Newest => [.. newest.Values];

    /// <summary>Machines with two runs or more, in the same order.</summary>
    internal ImmutableArray<MachineHistory> Histories =>
    [
        .. from machine in newest.Keys.Select(key => key.Machine).Distinct()
           let own = runs.Values.Where(run => run.Machine == machine).ToArray()
           where own.Length > 1
           select MachineHistory.Of(own),
    ];

    /// <summary>Of more machines no page has sections, which alone show operators; these are most of a file.</summary>
    private bool IsWide => newest.Count > Report.MostWithSections;

    private void Keep(MachineKey? key, NamedResultFile file, Func<NewestRuns, NamedResultFile?> before, Func<NewestRuns, NewestRuns> replaced)
    {
        if (key is null)
            return;
        NewestRuns kept = newest.GetValueOrDefault(key) ?? new NewestRuns(key, null, null);
        newest[key] = before(kept) is { } old && !IsNewer(file.File, old.File) ? kept : replaced(kept);
    }

    private void ForgetOperators()
    {
        foreach (NewestRuns runs in newest.Values.ToArray())
        {
            NamedResultFile? kept = runs.Guidelines?.WithoutOperators();
            newest[runs.Key] = new NewestRuns(runs.Key, kept, runs.Networks == runs.Guidelines ? kept : runs.Networks?.WithoutOperators());
        }
    }

    /// <summary>A complete run before one that is not, then the later one, then the one with more rounds.</summary>
    private static bool IsNewer(ResultFile file, ResultFile before) =>
        (file.Complete, file.StartedUtc, Doubts.RoundsOf(file)).CompareTo((before.Complete, before.StartedUtc, Doubts.RoundsOf(before))) > 0;
}

/// <summary>A result file and what it is called.</summary>
/// <param name="Name">Path or file name, for messages and links.</param>
public sealed record NamedResultFile(string Name, ResultFile File)
{
    /// <summary>The same without the times of each cell's operators, which are most of a file with networks.</summary>
    public NamedResultFile WithoutOperators() =>
        this with { File = File with { Cells = [.. File.Cells.Select(cell => cell with { Operators = null })] } };
}
