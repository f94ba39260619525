namespace GuidelineBench.Reporting.Texts;

/// <summary>A machine and its runs as pairs of name and value.</summary>
internal static class HistoryFacts
{
    private const int MostListed = 3;

    public static IEnumerable<(string Name, string Value)> Of(MachineHistory history)
    {
        yield return ("Machine", history.Machine.Host);
        yield return ("Processor", history.Machine.Cpu);
        yield return ("Cores", Numbers.Count(history.Machine.Cores));
        yield return ("Instruction set", history.Machine.Isa);
        int complete = history.Runs.Count(run => run.Complete);
        yield return ("Runs", complete == history.Runs.Length
            ? Numbers.Count(complete)
            : $"{Numbers.Count(history.Runs.Length)}, {Numbers.Count(history.Runs.Length - complete)} not complete");
        yield return ("Rows", Numbers.Count(history.Cells.Length));
        yield return ("Version", Distinct(history, run => run.Version));
        yield return ("Commits", Numbers.Count(history.Runs.Select(run => run.Commit).Distinct().Count()));
        yield return ("System", Distinct(history, run => run.Os));
        yield return ("Runtime", Distinct(history, run => run.Runtime));
    }

    /// <summary>The newest few, and how many others.</summary>
    private static string Distinct(MachineHistory history, Func<PastRun, string> value) =>
        Numbers.Few([.. history.Runs.Reverse().Select(value).Distinct()], MostListed);
}
