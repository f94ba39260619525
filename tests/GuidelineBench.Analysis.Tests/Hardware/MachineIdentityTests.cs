using GuidelineBench.Analysis.Hardware;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Tests.Hardware;

public sealed class MachineIdentityTests
{
    [Fact]
    public void Host_processor_cores_and_instruction_set_make_a_machine_and_nothing_else()
    {
        MachineInfo machine = Cells.File().Machine;
        var identity = MachineIdentity.Of(machine);

        Assert.Equal(identity, MachineIdentity.Of(machine with { Os = "other", Runtime = "other", MemoryBytes = 1, Devices = ["GPU"] }));
        Assert.All(
            [machine with { Host = "other" }, machine with { Cpu = "other" }, machine with { Cores = 3 }, machine with { Isa = "other" }],
            other => Assert.NotEqual(identity, MachineIdentity.Of(other)));
    }
}
