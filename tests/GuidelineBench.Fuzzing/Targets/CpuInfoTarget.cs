using System.Collections.Immutable;
using System.Text;
using GuidelineBench.Benchmarks.Machines;
using GuidelineBench.Fuzzing.Machines;

namespace GuidelineBench.Fuzzing.Targets;

/// <summary>The kernel's description of processors. Any text is taken: what it does not say stays unknown.</summary>
internal static class CpuInfoTarget
{
    public static FuzzTarget Create()
    {
        ImmutableArray<byte[]> samples =
        [
            .. TargetCatalogue.Bytes(Captures.SystemFiles.Select(capture => capture.Files["proc/cpuinfo"]).Distinct()),
            .. TargetCatalogue.Bytes(
                "processor\t: 0\nmodel name\t: AMD EPYC 9654 96-Core Processor\nflags\t\t: fpu hypervisor avx2\n",
                "CPU implementer\t: 0x41\nCPU part\t: 0xd08\nModel\t\t: Raspberry Pi 4 Model B Rev 1.4\n",
                "processor\t: 0\nCPU implementer\t: 0x99\nCPU part\t: 0xfff\nHardware\t: A board\n"),
        ];
        return new FuzzTarget("cpuinfo", 8, samples, TargetCatalogue.WordsOf(samples), input =>
        {
            string text = Encoding.UTF8.GetString(input);
            var described = ProcessorDescription.Parse(text);
            ImmutableArray<ArmCore> cores = ArmCore.Parse(text);
            if (described.Model is { } model)
                Promise.IsLine("the processor's name", model);
            foreach (ArmCore core in cores)
            {
                Promise.Holds(core.Processor >= 0, $"Processor {core.Processor}.");
                if (ArmCores.Name(core.Implementer, core.Part) is { } name)
                    Promise.IsLine("a core's name", name);
            }

            // The kernel adds fields from release to release.
            string longer = "new field\t: 1\n" + text + "\nanother field\t: x\n";
            Promise.Holds(ProcessorDescription.Parse(longer) == described && ArmCore.Parse(longer).SequenceEqual(cores), "A field that is not known changes the description.");
            return new Answer(true, $"{described} {string.Join(' ', cores)}");
        });
    }
}
