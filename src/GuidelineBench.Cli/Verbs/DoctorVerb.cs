using System.CommandLine;
using System.Globalization;
using GuidelineBench.Benchmarks.Machines;
using GuidelineBench.Cli.Answers;
using GuidelineBench.Cli.Backends;
using GuidelineBench.Cli.Listings;
using GuidelineBench.Cli.Options;
using GuidelineBench.Cli.Terminals;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Cli.Verbs;

/// <summary><c>doctor</c>: the machine, its ceilings, and what would make a measurement bad.</summary>
internal static class DoctorVerb
{
    public const string Name = "doctor";

    public static Command Create(Terminal terminal)
    {
        Option<OutputFormat?> format = FormatOption.TextOrJson();
        Option<string?> device = BackendOptions.CreateDevice();
        var verb = new Verb(
            Name, "The machine, its measured ceilings, and what would make a measurement bad; takes a few seconds.",
            "./run.sh doctor",
            "./run.sh doctor --device 0",
            "./run.sh doctor --format json") { device, format };
        verb.SetAction(result =>
        {
            Diagnosis diagnosis = Diagnosis.Make(Device(result.GetValue(device)));
            if (result.GetValue(format) == OutputFormat.Json)
                terminal.Out.WriteLine(AnswerJson.Serialize(diagnosis));
            else
                WriteText(terminal, diagnosis);
            return ExitCode.Done;
        });
        return verb;
    }

    /// <returns>The device asked for, or the default one if there is any.</returns>
    private static IDeviceBackend? Device(string? asked)
    {
        IDeviceBackend backend = BackendCatalogue.All.OfType<IDeviceBackend>().First();
        return asked is not null ? DeviceChoice.Of(backend, asked) : backend.Unusable is null ? backend : null;
    }

    private static void WriteText(Terminal terminal, Diagnosis diagnosis)
    {
        MachineInfo machine = diagnosis.Machine;
        terminal.WriteTable(["machine", ""], Facts(diagnosis, machine));
        terminal.Out.WriteLine();
        string[] levels = [.. diagnosis.Ceilings.SelectMany(ceiling => ceiling.BandwidthGBs.Keys).Distinct()];
        terminal.WriteTable(
            ["backend", "threads", "GFLOP/s (FMA)", .. levels.Select(level => $"{level} GB/s"), "launch ns"],
            diagnosis.Ceilings.Select(ceiling => (IReadOnlyList<string>)
            [
                ceiling.Backend,
                NumberText.Write(ceiling.Threads),
                Rounded(ceiling.FmaGflops),
                .. levels.Select(level => ceiling.BandwidthGBs.TryGetValue(level, out double rate) ? Rounded(rate) : "-"),
                Rounded(ceiling.LaunchNs),
            ]),
            [.. Enumerable.Range(1, levels.Length + 3)]);
        terminal.Out.WriteLine();
        DeviceTable.Write(terminal, diagnosis.Devices);
        terminal.Out.WriteLine();
        if (diagnosis.Findings.Count == 0)
            terminal.Out.WriteLine("Nothing was found that would make a measurement bad.");
        foreach (ConditionFlag finding in diagnosis.Findings)
            terminal.Out.WriteLine($"! {finding.Sentence} {finding.Advice}");
    }

    private static IEnumerable<IReadOnlyList<string>> Facts(Diagnosis diagnosis, MachineInfo machine)
    {
        yield return ["host", machine.Host];
        yield return ["system", machine.Os];
        yield return ["runtime", machine.Runtime];
        yield return ["processor", machine.Cpu];
        yield return ["vectors", machine.Isa];
        yield return ["cores", NumberText.Write(machine.Cores)];
        if (diagnosis.QuotaCores is { } quota)
            yield return ["CPU quota", $"{quota.ToString("0.###", CultureInfo.InvariantCulture)} cores"];
        foreach (CoreClassInfo kind in machine.CoreClasses)
            yield return [$"{kind.Name} cores", $"{(kind.Processors.IsEmpty ? NumberText.Write(kind.Count) : ProcessorList.Write(kind.Processors))}{(kind.Core is { } core ? $", {core}" : "")}"];
        foreach ((string level, long bytes) in machine.CacheBytes)
            yield return [$"{level} cache", $"{NumberText.Write(bytes >> 10)} KiB"];
        yield return ["memory", $"{NumberText.Write(machine.MemoryBytes >> 20)} MiB"];
        yield return ["clock, measured", $"{Rounded(diagnosis.ClockMHz)} MHz"];
        yield return ["governor", diagnosis.Governor ?? "not shown by the system"];
        yield return ["load, 1 min", diagnosis.Load?.ToString("F2", CultureInfo.InvariantCulture) ?? "not shown by the system"];
        yield return ["temperature", diagnosis.TemperatureC is { } degrees ? $"{Rounded(degrees)} C" : "not shown by the system"];
    }

    private static string Rounded(double? value) => value switch
    {
        null => "-",
        >= 100 => value.Value.ToString("F0", CultureInfo.InvariantCulture),
        _ => value.Value.ToString("F1", CultureInfo.InvariantCulture),
    };
}
