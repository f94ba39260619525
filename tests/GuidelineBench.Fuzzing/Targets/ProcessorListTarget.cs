using System.Text;
using GuidelineBench.Benchmarks.Machines;

namespace GuidelineBench.Fuzzing.Targets;

/// <summary>The kernel's lists of processors and its description of them. Both take any text: what is no list is an empty one.</summary>
internal static class ProcessorListTarget
{
    public static FuzzTarget Create()
    {
        var samples = TargetCatalogue.Bytes(
            "0-1,4", "0,64", "12",
            "processor\t: 0\nmodel name\t: AMD EPYC 9654 96-Core Processor\nflags\t\t: fpu hypervisor avx2\n",
            "CPU implementer\t: 0x41\nCPU part\t: 0xd08\nModel\t\t: Raspberry Pi 4 Model B Rev 1.4\n");
        return new FuzzTarget("cpuinfo", 8, samples, TargetCatalogue.WordsOf(samples), input =>
        {
            string text = Encoding.UTF8.GetString(input);
            return new Answer(true, $"{string.Join(',', ProcessorList.Parse(text))} {ProcessorDescription.Parse(text)}");
        });
    }
}
