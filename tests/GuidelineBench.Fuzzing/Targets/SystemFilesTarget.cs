using System.Collections.Immutable;
using System.Text;
using GuidelineBench.Benchmarks.Machines;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Threads;
using GuidelineBench.Fuzzing.Machines;

namespace GuidelineBench.Fuzzing.Targets;

/// <summary>
/// /proc and /sys of captured machines with one damaged file: the first two bytes of the input say which, the rest is its
/// text. What is read must be possible and fit for a result file, or a run on that machine would end in a file that nobody
/// can read.
/// </summary>
internal static class SystemFilesTarget
{
    /// <summary>A tree in which nothing is: no processor was slowed down yet.</summary>
    private static readonly ThrottleState Calm = new(Events: 0, PiFlags: 0, Coolers: []);

    public static FuzzTarget Create(string folder)
    {
        (CapturedMachine Machine, string Path)[] places = [..
            from machine in CapturedMachine.WriteAll(Path.Combine(folder, "machines"))
            from path in machine.KindsOfFiles
            select (machine, path)];
        ImmutableArray<byte[]> samples = [.. places.Select((place, index) =>
            (byte[])[(byte)(index >> 8), (byte)index, .. Encoding.UTF8.GetBytes(place.Machine.Files[place.Path])])];
        return new FuzzTarget("system-files", 3, samples, TargetCatalogue.WordsOf(samples), input =>
        {
            (CapturedMachine machine, string path) = places[input.Length < 2 ? 0 : (input[0] << 8 | input[1]) % places.Length];
            File.WriteAllBytes(Path.Combine(machine.Root, path), input.Length < 2 ? [] : input[2..]);
            try
            {
                return new Answer(true, Described(machine));
            }
            finally
            {
                machine.Restore(path);
            }
        });
    }

    private static string Described(CapturedMachine captured)
    {
        SystemFiles files = captured.SystemFiles;
        int[] usable = [.. captured.Processors];
        var throttling = ThrottleState.Read(files);
        // The brand string of this machine's processor stands in for a missing name.
        MachineInfo machine = MachineProbe.Read("AVX2", files, apple: null, usable) with { Host = "host" };
        Conditions conditions = ConditionsProbe.AtStart(threads: 1, CoreSet.Any, files, usable);
        conditions = conditions with
        {
            Flags = [.. conditions.Flags, .. ThrottleFlags.Of(Calm, [throttling]), .. ThrottleFlags.Of(throttling, [Calm])],
            ByRound = [new RoundConditions(null, Sensors.TemperatureC(files))],
        };
        MachinePromises.Check(machine, usable);
        MachinePromises.Check(conditions);
        Promise.Holds(CoreTopology.PhysicalCores(files, usable) is var cores && cores >= 1 && cores <= usable.Length, $"{cores} physical cores.");
        Promise.Holds(Sensors.AvailableMemoryBytes(files) is null or >= 0, "Less than no memory is available.");
        Promise.Holds(throttling.Events is null or >= 0, $"Cores were slowed down {throttling.Events} times.");
        string text = ResultFileJson.Serialize(ResultFileSample.Full with { Machine = machine, Conditions = conditions });
        ResultFile read = ResultFileJson.Parse(Encoding.UTF8.GetBytes(text), "results.json");
        return ResultFileJson.Serialize(read) == text ? text : throw new BrokenPromiseException("A machine changes when it is written and read again.");
    }
}
