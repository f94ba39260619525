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
        ?? Sustained(file.Sustained)
        ?? Each("engines", file.Engines, (place, engine) =>
            Text(place.Of("backend"), engine.Backend)
            ?? Text(place.Of("name"), engine.Name)
            ?? Text(place.Of("version"), engine.Version)
            ?? Text(place.Of("provider"), engine.Provider)
            ?? AtLeast(place.Of("blockChannels"), engine.BlockChannels, 1)
            ?? Positive(place.Of("callNs"), engine.CallNs)
            ?? Text(place.Of("settings"), engine.Settings))
        ?? Each("ceilings", file.Ceilings, Ceiling)
        ?? Unique("ceilings", file.Ceilings, ceiling => (ceiling.Backend, ceiling.Device, ceiling.Threads), "backend, device and threads")
        ?? Each("cells", file.Cells, Cell)
        ?? Unique("cells", file.Cells, CellKey.Of, $"{string.Join(", ", CellKey.Parts[..^1])} and {CellKey.Parts[^1]}")
        ?? Each("noise", file.Noise, (place, run) => Noise(place, run, file));

    private static string? Noise(MemberPlace place, NoiseRun run, ResultFile file) =>
        SameLength(place.Of("fmaGflops"), run.FmaGflops, "ceilings", file.Ceilings.Length)
        ?? SameLength(place.Of("fastestNs"), run.FastestNs, "cells", file.Cells.Length)
        ?? First(run.FmaGflops, value => Positive(place.Of("fmaGflops"), value))
        ?? First(run.FastestNs, value => Positive(place.Of("fastestNs"), value));

    private static string? SameLength(MemberPlace place, ImmutableArray<double?> values, string other, int length) =>
        !values.IsDefault && values.Length == length
            ? null
            : $"{place} has {Number(values.IsDefault ? 0 : values.Length)} members; as many as {other} ({Number(length)}) are allowed";

    private static string? Machine(MachineInfo machine) =>
        AtLeast("machine.cores", machine.Cores, 1)
        ?? Each("machine.coreClasses", machine.CoreClasses, CoreClass)
        ?? AtLeast("machine.memoryBytes", machine.MemoryBytes, 0)
        ?? First(machine.CacheBytes, level => AtLeast($"machine.cacheBytes.{level.Key}", level.Value, 0))
        ?? Each("machine.devices", machine.Devices, Text);

    private static string? CoreClass(MemberPlace place, CoreClassInfo kind) =>
        Text(place.Of("name"), kind.Name)
        ?? AtLeast(place.Of("count"), kind.Count, 1)
        ?? Each(place.Of("processors"), kind.Processors, (item, processor) => AtLeast(item, processor, 0));

    private static string? Sustained(SustainedRun? sustained) => sustained is null
        ? null
        : Positive("sustained.seconds", sustained.Seconds)
            ?? Positive("sustained.windowSeconds", sustained.WindowSeconds)
            ?? AtLeast("sustained.firstRounds", sustained.FirstRounds, 1)
            ?? AtLeast("sustained.lastRounds", sustained.LastRounds, 1);

    private static string? Conditions(Conditions conditions) =>
        AtLeast("conditions.load", conditions.Load, 0)
        ?? Each("conditions.pinnedCores", conditions.PinnedCores, (place, core) => AtLeast(place, core, 0))
        ?? AtLeast("conditions.cooldownSeconds", conditions.CooldownSeconds, 1)
        ?? Each("conditions.flags", conditions.Flags, Text)
        ?? Each("conditions.byRound", conditions.ByRound, (place, round) =>
            AtLeast(place.Of("clockMHz"), round.ClockMHz, 0)
            ?? AtLeast(place.Of("temperatureC"), round.TemperatureC, -273.15)
            ?? AtLeast(place.Of("startedSeconds"), round.StartedSeconds, 0)
            ?? AtLeast(place.Of("endClockMHz"), round.EndClockMHz, 0)
            ?? AtLeast(place.Of("endTemperatureC"), round.EndTemperatureC, -273.15)
            ?? Positive(place.Of("fmaGflops"), round.FmaGflops));

    private static string? Ceiling(MemberPlace place, Ceiling ceiling) =>
        Text(place.Of("backend"), ceiling.Backend)
        ?? AtLeast(place.Of("threads"), ceiling.Threads, 1)
        ?? Positive(place.Of("fmaGflops"), ceiling.FmaGflops)
        ?? First(ceiling.BandwidthGBs, level => Positive($"{place}.bandwidthGBs.{level.Key}", level.Value))
        ?? AtLeast(place.Of("launchNs"), ceiling.LaunchNs, 0);

    private static string? Cell(MemberPlace place, CellResult cell) =>
        Text(place.Of("experiment"), cell.Experiment)
        ?? OneOf(place.Of("guideline"), cell.Guideline, [.. Guideline.All.Select(guideline => guideline.Id)], orNull: true)
        ?? RowOf(place, cell)
        ?? Each(place.Of("channels"), cell.Channels, (item, channels) => AtLeast(item, channels, 1))
        ?? (cell.Input.Length is 0 or 2 ? null : $"{place}.input has {Number(cell.Input.Length)} members; height and width are allowed")
        ?? Each(place.Of("input"), cell.Input, (item, size) => AtLeast(item, size, 1))
        ?? Text(place.Of("backend"), cell.Backend)
        ?? AtLeast(place.Of("threads"), cell.Threads, 1)
        ?? AtLeast(place.Of("batch"), cell.Batch, 1)
        ?? Text(place.Of("variant"), cell.Variant)
        ?? AtLeast(place.Of("multiplyAdds"), cell.MultiplyAdds, 1)
        ?? AtLeast(place.Of("memoryAccess"), cell.MemoryAccess, 1)
        ?? Positive(place.Of("memoryAccessBound"), cell.MemoryAccessBound)
        ?? AtLeast(place.Of("bytes"), cell.Bytes, 0)
        ?? AtLeast(place.Of("launches"), cell.Launches, 0)
        ?? AtLeast(place.Of("allocatedBytes"), cell.AllocatedBytes, 0)
        ?? Each(place.Of("rounds"), cell.Rounds, Samples)
        ?? Each(place.Of("blocks"), cell.Blocks, Block)
        ?? (cell.Rounds.IsEmpty || cell.MedianNs is not null ? null : $"{place}.medianNs is null; with rounds a number above 0 is allowed")
        ?? Positive(place.Of("medianNs"), cell.MedianNs)
        ?? Positive(place.Of("deviceNs"), cell.DeviceNs)
        ?? Positive($"{place}.sustained.firstNs", cell.Sustained?.FirstNs)
        ?? Positive($"{place}.sustained.lastNs", cell.Sustained?.LastNs)
        ?? Positive(place.Of("imagesPerSecond"), cell.ImagesPerSecond)
        ?? Positive(place.Of("batchesPerSecond"), cell.BatchesPerSecond)
        ?? Positive(place.Of("gflops"), cell.Gflops)
        ?? Positive(place.Of("percentOfPeak"), cell.PercentOfPeak)
        ?? Positive(place.Of("percentOfRoundPeak"), cell.PercentOfRoundPeak)
        ?? Each(place.Of("operators"), cell.Operators ?? [], Operator)
        ?? (cell.Engine is { } engine ? Engine($"{place}.engine", engine) : null)
        ?? AtLeast(place.Of("maxError"), cell.MaxError, 0);

    private static string? Engine(string place, EngineRun run) =>
        Each($"{place}.operators", run.Operators, (item, type) =>
            Text(item.Of("type"), type.Type) ?? AtLeast(item.Of("count"), type.Count, 1) ?? AtLeast(item.Of("ns"), type.Ns, 0))
        ?? AtLeast($"{place}.blockedConvolutions", run.BlockedConvolutions, 0)
        ?? AtLeast($"{place}.plainConvolutions", run.PlainConvolutions, 0)
        ?? AtLeast($"{place}.plainGrouped", run.PlainGrouped, 0)
        ?? AtLeast($"{place}.reorders", run.Reorders, 0)
        ?? AtLeast($"{place}.fused", run.Fused, 0)
        ?? AtLeast($"{place}.elementwise", run.Elementwise, 0)
        ?? AtLeast($"{place}.executedMultiplyAdds", run.ExecutedMultiplyAdds, 0)
        ?? AtLeast($"{place}.loadMs", run.LoadMs, 0)
        ?? AtLeast($"{place}.firstRunMs", run.FirstRunMs, 0)
        ?? AtLeast($"{place}.memoryBytes", run.MemoryBytes, 0)
        ?? AtLeast($"{place}.profiledNs", run.ProfiledNs, 0)
        ?? AtLeast($"{place}.idlePercent", run.IdlePercent, 0)
        ?? Positive($"{place}.byBlocksNs", run.ByBlocksNs);

    private static string? RowOf(MemberPlace place, CellResult cell) =>
        ExperimentCatalogue.Find(cell.Experiment) is { } experiment
            ? OneOf(place.Of("row"), cell.Row, [.. experiment.AllRows.Select(row => row.Label)], orNull: false)
                ?? OneOf(place.Of("scale"), cell.Scale, ScaleLabels, orNull: false)
                ?? OneOf(place.Of("setting"), cell.Setting, Settings, orNull: false)
            : Text(place.Of("row"), cell.Row)
                ?? OneOf(place.Of("scale"), cell.Scale, ScaleLabels, orNull: true)
                ?? OneOf(place.Of("setting"), cell.Setting, Settings, orNull: true);

    private static string[] ScaleLabels => [.. Scales.All.Select(scale => scale.Label())];

    private static string? Samples(MemberPlace place, ImmutableArray<double> samples) =>
        samples.IsDefaultOrEmpty
            ? $"{place} is empty; a round of one sample or more is allowed"
            : Each(place, samples, (item, ns) => Positive(item, ns));

    private static string? Block(MemberPlace place, BlockTime block) =>
        Positive(place.Of("floorNs"), block.FloorNs)
        ?? Positive(place.Of("medianNs"), block.MedianNs)
        ?? AtLeast(place.Of("passes"), block.Passes, 1);

    private static string? Operator(MemberPlace place, OperatorTime part) =>
        Text(place.Of("name"), part.Name)
        ?? Text(place.Of("class"), part.Class)
        ?? AtLeast(place.Of("ns"), part.Ns, 0)
        ?? AtLeast(place.Of("multiplyAdds"), part.MultiplyAdds, 0)
        ?? AtLeast(place.Of("bytes"), part.Bytes, 0);

    private static string? AtLeast(MemberPlace place, double? value, double least) =>
        value is not { } number || (double.IsFinite(number) && number >= least)
            ? null
            : $"{place} is {Number(number)}; {Number(least)} or more is allowed";

    private static string? Positive(MemberPlace place, double? value) =>
        value is not { } number || (double.IsFinite(number) && number > 0)
            ? null
            : $"{place} is {Number(number)}; a number above 0 is allowed";

    private static string? Text(MemberPlace place, string value) =>
        string.IsNullOrWhiteSpace(value) ? $"{place} is empty; a text is allowed" : null;

    private static string? OneOf(MemberPlace place, string? value, string[] allowed, bool orNull) =>
        (value is null && orNull) || allowed.Contains(value)
            ? null
            : $"{place} is {(value is null ? "null" : $"\"{value}\"")}; {string.Join(", ", allowed)}{(orNull ? " or null" : "")} is allowed";

    private static string? Each<T>(MemberPlace place, ImmutableArray<T> items, Func<MemberPlace, T, string?> breach)
    {
        string list = place.ToString();
        for (int i = 0; i < items.Length; i++)
        {
            var item = new MemberPlace(list, i);
            if ((items[i] is null ? $"{item} is null; null is not allowed in lists" : breach(item, items[i])) is { } found)
                return found;
        }

        return null;
    }

    private static string? First<T>(IEnumerable<T> items, Func<T, string?> breach) =>
        items.Select(breach).FirstOrDefault(found => found is not null);

    private static string? Unique<T, TKey>(MemberPlace place, ImmutableArray<T> items, Func<T, TKey> key, string members)
    {
        var seen = new HashSet<TKey>();
        for (int i = 0; i < items.Length; i++)
            if (!seen.Add(key(items[i])))
                return $"{place}[{Number(i)}] repeats an earlier one; one of each {members} is allowed";
        return null;
    }

    private static string Number(double number) => FormattableString.Invariant($"{number}");
}
