using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Hardware;

/// <summary>
/// What makes two runs those of one machine: the host's name, the processor, the logical processors that the process could
/// use and the instruction set with its vector width. A run with fewer cores or a narrower vector is one of other hardware.
/// </summary>
public sealed record MachineIdentity(string Host, string Cpu, int Cores, string Isa)
{
    public static MachineIdentity Of(MachineInfo machine) => new(machine.Host, machine.Cpu, machine.Cores, machine.Isa);
}
