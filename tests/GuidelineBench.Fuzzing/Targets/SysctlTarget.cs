using System.Text;
using GuidelineBench.Benchmarks.Machines;
using GuidelineBench.Core.Results;
using GuidelineBench.Fuzzing.Machines;

namespace GuidelineBench.Fuzzing.Targets;

/// <summary>What macOS says about its machine. Any text is taken: what it does not say stays unknown.</summary>
internal static class SysctlTarget
{
    public static FuzzTarget Create(string folder)
    {
        var nothing = new SystemFiles(Directory.CreateDirectory(Path.Combine(folder, "nothing")).FullName);
        var samples = TargetCatalogue.Bytes(Captures.Sysctl);
        return new FuzzTarget("sysctl", 4, samples, TargetCatalogue.WordsOf(samples), input =>
        {
            var apple = AppleMachine.Parse(Encoding.UTF8.GetString(input));
            MachineInfo machine = MachineProbe.Read("NEON", nothing, apple, [0]) with { Host = "host" };
            MachinePromises.Check(machine);
            string text = ResultFileJson.Serialize(ResultFileSample.Full with { Machine = machine });
            return ResultFileJson.Serialize(ResultFileJson.Parse(Encoding.UTF8.GetBytes(text), "results.json")) == text
                ? new Answer(true, text)
                : throw new BrokenPromiseException("A machine changes when it is written and read again.");
        });
    }
}
