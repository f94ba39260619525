namespace GuidelineBench.Reporting.Texts;

/// <summary>The machine, the run and its conditions as pairs of name and value, those that are known.</summary>
internal static class MachineFacts
{
    public static IEnumerable<(string Name, string Value)> Of(MachineReport report)
    {
        (ResultFile file, MachineInfo machine) = (report.File, report.File.Machine);
        yield return ("Machine", machine.Host);
        yield return ("Processor", machine.Cpu);
        yield return ("Instruction set", machine.Isa);
        yield return ("Backend", Distinct(file, cell => cell.Backend));
        if (file.Cells.Any(cell => !string.IsNullOrEmpty(cell.Device)))
            yield return ("Device", Distinct(file, cell => cell.Device));
        yield return ("Threads", $"{Distinct(file, cell => Numbers.Count(cell.Threads))} of {Numbers.Of(machine.Cores, "core")}{Pinned(file.Conditions)}");
        if (!machine.CoreClasses.IsEmpty)
            yield return ("Kinds of cores", string.Join(", ", machine.CoreClasses.Select(kind => $"{Numbers.Count(kind.Count)} {kind.Name}{(kind.Core is { } core ? $" ({core})" : "")}")));
        yield return ("Batch", Distinct(file, cell => Numbers.Count(cell.Batch)));
        if (!file.Cells.All(cell => cell.IsLayerByLayer))
            yield return ("Execution", Distinct(file, cell => ExecutionNames.Of(cell.Execution)));
        if (file.Cells.Any(cell => cell.Setting is not null))
            yield return ("Channels", $"the paper's {Distinct(file, cell => cell.Setting)} column");
        yield return ("Date", Numbers.Date(file.StartedUtc));
        yield return ("Rounds", file.Complete ? Numbers.Count(report.Rounds) : $"{Numbers.Count(report.Rounds)} of {Numbers.Count(file.Rounds)}, not complete");
        if (report.Blocks > 0)
            yield return ("Blocks", $"{Numbers.Count(report.Blocks)}, {Numbers.Count(file.Cells.Sum(cell => cell.Blocks.Sum(block => (long)block.Passes)))} passes in turn");
        yield return ("System", $"{machine.Os}, {machine.Runtime}");
        if (!machine.CacheBytes.IsEmpty)
            yield return ("Caches", string.Join(", ", machine.CacheBytes.Select(level => $"{level.Key} {Numbers.Bytes(level.Value)}")));
        if (machine.MemoryBytes > 0)
            yield return ("Memory", Numbers.Bytes(machine.MemoryBytes));
        if (!machine.Devices.IsEmpty)
            yield return ("Devices", string.Join(", ", machine.Devices));
        if (Range(file.Conditions.ByRound.Select(round => round.ClockMHz).Concat(file.Conditions.ByRound.Select(round => round.EndClockMHz)), "MHz") is { } clock)
            yield return ("Clock", clock);
        if (Range(file.Conditions.ByRound.Select(round => round.FmaGflops), "GFLOP/s") is { } peak && Doubts.LostPeak(file) is { } lost)
            yield return ("Multiply-add rate in rounds", $"{peak}, in the median round {Numbers.Percent(100 * (1 - lost))} of the ceiling");
        if (Range(file.Conditions.ByRound.Select(round => round.TemperatureC).Concat(file.Conditions.ByRound.Select(round => round.EndTemperatureC)), "°C") is { } temperature)
            yield return ("Temperature", temperature);
        if (file.Conditions.CooldownSeconds is { } pause)
            yield return ("Pause between rounds", Numbers.WithUnit(pause, "s"));
        if (file.Conditions.Governor is { } governor)
            yield return ("Governor", governor);
        if (file.Conditions.Load is { } load)
            yield return ("Load before", Numbers.Significant(load));
        yield return ("Version", $"{file.Tool.Version}{(file.Tool.Commit is { } commit ? $", commit {commit[..Math.Min(12, commit.Length)]}" : "")}, seed {Numbers.Plain(file.Seed)}");
    }

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
