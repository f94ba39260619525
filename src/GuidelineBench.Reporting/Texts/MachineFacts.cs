namespace GuidelineBench.Reporting.Texts;

/// <summary>The machine, the run and its conditions as pairs of name and value, those that are known.</summary>
internal static class MachineFacts
{
    public static IEnumerable<(string Name, string Value)> Of(MachineReport report)
    {
        (ResultFile file, MachineInfo machine, Conditions conditions) = (report.File, report.File.Machine, report.File.Conditions);
        return
            from fact in new (string Name, string? Value)[]
            {
                ("Machine", machine.Host),
                ("Processor", machine.Cpu),
                ("Instruction set", machine.Isa),
                ("Backend", Distinct(file, cell => cell.Backend)),
                ("Device", file.Cells.Any(cell => !string.IsNullOrEmpty(cell.Device)) ? Distinct(file, cell => cell.Device) : null),
                ("Threads", $"{Distinct(file, cell => Numbers.Count(cell.Threads))} of {Numbers.Of(machine.Cores, "core")}{Pinned(conditions)}"),
                ("Kinds of cores", List(machine.CoreClasses.Select(kind => $"{Numbers.Count(kind.Count)} {kind.Name}{(kind.Core is { } core ? $" ({core})" : "")}"))),
                ("Batch", Distinct(file, cell => Numbers.Count(cell.Batch))),
                ("Execution", file.Cells.All(cell => cell.IsLayerByLayer) ? null : Distinct(file, cell => ExecutionNames.Of(cell.Execution))),
                ("Channels", file.Cells.Any(cell => cell.Setting is not null) ? $"the paper's {Distinct(file, cell => cell.Setting)} column" : null),
                ("Date", Numbers.Date(file.StartedUtc)),
                ("Rounds", file.Complete ? Numbers.Count(report.Rounds) : $"{Numbers.Count(report.Rounds)} of {Numbers.Count(file.Rounds)}, not complete"),
                ("Blocks", report.Blocks > 0 ? $"{Numbers.Count(report.Blocks)}, {Numbers.Count(file.Cells.Sum(cell => cell.Blocks.Sum(block => (long)block.Passes)))} passes in turn" : null),
                ("System", $"{machine.Os}, {machine.Runtime}"),
                ("Caches", List(machine.CacheBytes.Select(level => $"{level.Key} {Numbers.Bytes(level.Value)}"))),
                ("Memory", machine.MemoryBytes > 0 ? Numbers.Bytes(machine.MemoryBytes) : null),
                ("Devices", List(machine.Devices)),
                ("Clock", Range(conditions.ByRound.SelectMany(round => new[] { round.ClockMHz, round.EndClockMHz }), "MHz")),
                ("Multiply-add rate in rounds", Range(conditions.ByRound.Select(round => round.FmaGflops), "GFLOP/s") is { } peak && Doubts.LostPeak(file) is { } lost
                    ? $"{peak}, in the median round {Numbers.Percent(100 * (1 - lost))} of the ceiling"
                    : null),
                ("Temperature", Range(conditions.ByRound.SelectMany(round => new[] { round.TemperatureC, round.EndTemperatureC }), "°C")),
                ("Pause between rounds", conditions.CooldownSeconds is { } pause ? Numbers.WithUnit(pause, "s") : null),
                ("Governor", conditions.Governor),
                ("Load before", conditions.Load is { } load ? Numbers.Significant(load) : null),
                ("Version", $"{file.Tool.Version}{(file.Tool.Commit is { } commit ? $", commit {commit[..Math.Min(12, commit.Length)]}" : "")}, seed {Numbers.Plain(file.Seed)}"),
            }
            where fact.Value is not null
            select (fact.Name, fact.Value);
    }

    /// <returns>Null without any.</returns>
    private static string? List(IEnumerable<string> values) => string.Join(", ", values) is { Length: > 0 } list ? list : null;

    private static string Distinct(ResultFile file, Func<CellResult, string?> value) =>
        string.Join(", ", file.Cells.Select(value).Where(text => !string.IsNullOrEmpty(text)).Distinct());

    private static string Pinned(Conditions conditions) =>
        conditions.PinnedCores.IsEmpty ? "" : $", pinned to {string.Join(", ", conditions.PinnedCores.Select(core => Numbers.Count(core)))}";

    private static string? Range(IEnumerable<double?> values, string unit)
    {
        double[] known = [.. values.OfType<double>()];
        if (known.Length == 0)
            return null;
        (string least, string most) = (Numbers.Significant(known.Min()), Numbers.WithUnit(known.Max(), unit));
        return known.Min() == known.Max() ? most : $"{least} to {most}";
    }
}

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

    private static string Distinct(MachineHistory history, Func<PastRun, string> value) =>
        Numbers.Few([.. history.Runs.Reverse().Select(value).Distinct()], MostListed);
}
