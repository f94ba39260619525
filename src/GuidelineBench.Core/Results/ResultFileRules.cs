using System.Collections.Immutable;
using GuidelineBench.Core.Experiments;

namespace GuidelineBench.Core.Results;

/// <summary>
/// What a result file must keep to beyond the types of its members, so that whoever judges or draws it can rely on
/// it: no number that is no number, no empty round, no cell twice, no unknown row of a known experiment.
/// </summary>
internal static class ResultFileRules
{
    private static readonly string[] Settings = ["cpu", "gpu"];

    /// <returns>The first breach (member, value, what is allowed), or null.</returns>
    public static string? FirstBreach(ResultFile file) =>
        AtLeast("rounds", file.Rounds, 0)
        ?? Text("tool.version", file.Tool.Version)
        ?? Machine(file.Machine)
        ?? Conditions(file.Conditions)
        ?? Each("ceilings", file.Ceilings, Ceiling)
        ?? Unique("ceilings", file.Ceilings, ceiling => (ceiling.Backend, ceiling.Threads), "backend and threads")
        ?? Each("cells", file.Cells, Cell)
        ?? Unique("cells", file.Cells, CellKey.Of, "experiment, row, scale, setting, backend, device, threads, batch, variant, execution, launch and math")
        ?? Each("noise", file.Noise, (path, run) => Noise(path, run, file));

    private static string? Noise(string path, NoiseRun run, ResultFile file) =>
        SameLength($"{path}.fmaGflops", run.FmaGflops, "ceilings", file.Ceilings.Length)
        ?? SameLength($"{path}.fastestNs", run.FastestNs, "cells", file.Cells.Length)
        ?? First(run.FmaGflops, value => Positive($"{path}.fmaGflops", value))
        ?? First(run.FastestNs, value => Positive($"{path}.fastestNs", value));

    private static string? SameLength(string path, ImmutableArray<double?> values, string other, int length) =>
        !values.IsDefault && values.Length == length
            ? null
            : $"{path} has {Number(values.IsDefault ? 0 : values.Length)} members; as many as {other} ({Number(length)}) are allowed";

    private static string? Machine(MachineInfo machine) =>
        AtLeast("machine.cores", machine.Cores, 1)
        ?? AtLeast("machine.memoryBytes", machine.MemoryBytes, 0)
        ?? First(machine.CacheBytes, level => AtLeast($"machine.cacheBytes.{level.Key}", level.Value, 0))
        ?? Each("machine.devices", machine.Devices, Text);

    private static string? Conditions(Conditions conditions) =>
        AtLeast("conditions.load", conditions.Load, 0)
        ?? Each("conditions.pinnedCores", conditions.PinnedCores, (path, core) => AtLeast(path, core, 0))
        ?? Each("conditions.flags", conditions.Flags, Text)
        ?? Each("conditions.byRound", conditions.ByRound, (path, round) =>
            AtLeast($"{path}.clockMHz", round.ClockMHz, 0)
            ?? AtLeast($"{path}.temperatureC", round.TemperatureC, -273.15));

    private static string? Ceiling(string path, Ceiling ceiling) =>
        Text($"{path}.backend", ceiling.Backend)
        ?? AtLeast($"{path}.threads", ceiling.Threads, 1)
        ?? Positive($"{path}.fmaGflops", ceiling.FmaGflops)
        ?? First(ceiling.BandwidthGBs, level => Positive($"{path}.bandwidthGBs.{level.Key}", level.Value))
        ?? AtLeast($"{path}.launchNs", ceiling.LaunchNs, 0);

    private static string? Cell(string path, CellResult cell) =>
        Text($"{path}.experiment", cell.Experiment)
        ?? OneOf($"{path}.guideline", cell.Guideline, [.. Guideline.All.Select(guideline => guideline.Id)], orNull: true)
        ?? RowOf(path, cell)
        ?? Each($"{path}.channels", cell.Channels, (item, channels) => AtLeast(item, channels, 1))
        ?? (cell.Input.Length is 0 or 2 ? null : $"{path}.input has {Number(cell.Input.Length)} members; height and width are allowed")
        ?? Each($"{path}.input", cell.Input, (item, size) => AtLeast(item, size, 1))
        ?? Text($"{path}.backend", cell.Backend)
        ?? AtLeast($"{path}.threads", cell.Threads, 1)
        ?? AtLeast($"{path}.batch", cell.Batch, 1)
        ?? Text($"{path}.variant", cell.Variant)
        ?? AtLeast($"{path}.multiplyAdds", cell.MultiplyAdds, 1)
        ?? AtLeast($"{path}.memoryAccess", cell.MemoryAccess, 1)
        ?? Positive($"{path}.memoryAccessBound", cell.MemoryAccessBound)
        ?? AtLeast($"{path}.bytes", cell.Bytes, 0)
        ?? AtLeast($"{path}.launches", cell.Launches, 0)
        ?? AtLeast($"{path}.allocatedBytes", cell.AllocatedBytes, 0)
        ?? Each($"{path}.rounds", cell.Rounds, Samples)
        ?? (cell.Rounds.IsEmpty || cell.MedianNs is not null ? null : $"{path}.medianNs is null; with rounds a number above 0 is allowed")
        ?? Positive($"{path}.medianNs", cell.MedianNs)
        ?? Positive($"{path}.deviceNs", cell.DeviceNs)
        ?? Positive($"{path}.imagesPerSecond", cell.ImagesPerSecond)
        ?? Positive($"{path}.batchesPerSecond", cell.BatchesPerSecond)
        ?? Positive($"{path}.gflops", cell.Gflops)
        ?? Positive($"{path}.percentOfPeak", cell.PercentOfPeak)
        ?? Each($"{path}.operators", cell.Operators ?? [], Operator)
        ?? AtLeast($"{path}.maxError", cell.MaxError, 0);

    private static string? RowOf(string path, CellResult cell) =>
        ExperimentCatalogue.Find(cell.Experiment) is { } experiment
            ? OneOf($"{path}.row", cell.Row, [.. experiment.Rows.Select(row => row.Label)], orNull: false)
                ?? OneOf($"{path}.scale", cell.Scale, ScaleLabels, orNull: false)
                ?? OneOf($"{path}.setting", cell.Setting, Settings, orNull: false)
            : Text($"{path}.row", cell.Row)
                ?? OneOf($"{path}.scale", cell.Scale, ScaleLabels, orNull: true)
                ?? OneOf($"{path}.setting", cell.Setting, Settings, orNull: true);

    private static string[] ScaleLabels => [.. Scales.All.Select(scale => scale.Label())];

    private static string? Samples(string path, ImmutableArray<double> samples) =>
        samples.IsDefaultOrEmpty
            ? $"{path} is empty; a round of one sample or more is allowed"
            : Each(path, samples, (item, ns) => Positive(item, ns));

    private static string? Operator(string path, OperatorTime part) =>
        Text($"{path}.name", part.Name)
        ?? Text($"{path}.class", part.Class)
        ?? AtLeast($"{path}.ns", part.Ns, 0)
        ?? AtLeast($"{path}.multiplyAdds", part.MultiplyAdds, 0)
        ?? AtLeast($"{path}.bytes", part.Bytes, 0);

    private static string? AtLeast(string path, double? value, double least) =>
        value is not { } number || (double.IsFinite(number) && number >= least)
            ? null
            : $"{path} is {Number(number)}; {Number(least)} or more is allowed";

    private static string? Positive(string path, double? value) =>
        value is not { } number || (double.IsFinite(number) && number > 0)
            ? null
            : $"{path} is {Number(number)}; a number above 0 is allowed";

    private static string? Text(string path, string value) =>
        string.IsNullOrWhiteSpace(value) ? $"{path} is empty; a text is allowed" : null;

    private static string? OneOf(string path, string? value, string[] allowed, bool orNull) =>
        (value is null && orNull) || allowed.Contains(value)
            ? null
            : $"{path} is {(value is null ? "null" : $"\"{value}\"")}; {string.Join(", ", allowed)}{(orNull ? " or null" : "")} is allowed";

    private static string? Each<T>(string path, ImmutableArray<T> items, Func<string, T, string?> breach)
    {
        for (int i = 0; i < items.Length; i++)
        {
            string item = $"{path}[{Number(i)}]";
            if ((items[i] is null ? $"{item} is null; null is not allowed in lists" : breach(item, items[i])) is { } found)
                return found;
        }

        return null;
    }

    private static string? First<T>(IEnumerable<T> items, Func<T, string?> breach) =>
        items.Select(breach).FirstOrDefault(found => found is not null);

    private static string? Unique<T, TKey>(string path, ImmutableArray<T> items, Func<T, TKey> key, string members)
    {
        var seen = new HashSet<TKey>();
        for (int i = 0; i < items.Length; i++)
            if (!seen.Add(key(items[i])))
                return $"{path}[{Number(i)}] repeats an earlier one; one of each {members} is allowed";
        return null;
    }

    private static string Number(double number) => FormattableString.Invariant($"{number}");
}
