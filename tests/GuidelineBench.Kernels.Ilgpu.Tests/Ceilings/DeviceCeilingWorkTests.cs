using GuidelineBench.Kernels.Ilgpu.Ceilings;
using GuidelineBench.Kernels.Ilgpu.Devices;
using ILGPU;
using ILGPU.Runtime;

namespace GuidelineBench.Kernels.Ilgpu.Tests.Ceilings;

/// <summary>That the work is done, and that it is as much as is said; on ILGPU's CPU accelerator.</summary>
public sealed class DeviceCeilingWorkTests
{
    private const float Factor = 0.5f, Addend = 1f;

    private static Accelerator Cpu => DeviceCatalogue.OfThisMachine.Open(DeviceCatalogue.OfThisMachine.Inventory.Find("cpu"));

    [Fact]
    public void Multiply_adds_are_counted_over_all_threads_and_repetitions()
    {
        using var work = new DeviceCeilingWork(Cpu);
        long once = work.MultiplyAdds(1);
        // 1024 threads of the one multiprocessor, twice over, 32 multiply-adds in each of 32 turns.
        Assert.Equal(2L * 1024 * 32 * 32, once);
        Assert.Equal(2 * once, work.MultiplyAdds(2));
    }

    [Fact]
    public void Bytes_are_those_of_the_working_set()
    {
        using var work = new DeviceCeilingWork(Cpu);
        // Whole turns of 8 groups of 256 threads, 4 floats each: 32 KiB for each array.
        Assert.Equal(2 * 64 << 10, work.Copy(2 * 64 << 10, repetitions: 1));
        Assert.Equal(3 * 64 << 10, work.Triad(3 * 64 << 10, repetitions: 1));
        Assert.Equal(2 * 64 << 10, work.Copy((2 * 64 << 10) + 1000, repetitions: 1));
        Assert.Equal(5, work.EmptyLaunches(5));
        // A working set smaller than one turn of all threads is given fewer of them.
        Assert.Equal(2 * 8 << 10, work.Copy(2 * 8 << 10, repetitions: 1));
    }

    [Fact]
    public void The_kernels_write_what_their_formulas_say()
    {
        const int groups = 2, group = 16, length = 3 * groups * group * DeviceCeilingKernels.ElementsPerTurn;
        float[] b = [.. Enumerable.Range(0, length).Select(i => (float)i)], c = [.. Enumerable.Range(0, length).Select(i => (float)(7 * i % 13))];
        using MemoryBuffer1D<float, Stride1D.Dense> to = Cpu.Allocate1D<float>(length), left = Cpu.Allocate1D(b), right = Cpu.Allocate1D(c);
        var size = new KernelConfig(groups, group);

        Cpu.LoadKernel<ArrayView<float>, ArrayView<float>>(DeviceCeilingKernels.Copy)(Cpu.DefaultStream, size, to.View, left.View);
        Cpu.DefaultStream.Synchronize();
        Assert.Equal(b, to.GetAsArray1D());

        Cpu.LoadKernel<ArrayView<float>, ArrayView<float>, ArrayView<float>, float>(DeviceCeilingKernels.Triad)(
            Cpu.DefaultStream, size, to.View, left.View, right.View, Factor);
        Cpu.DefaultStream.Synchronize();
        Assert.Equal(b.Zip(c, (x, y) => x + Factor * y), to.GetAsArray1D());

        Cpu.LoadKernel<ArrayView<float>, int, float, float>(DeviceCeilingKernels.MultiplyAdds)(Cpu.DefaultStream, size, to.View, 2, Factor, Addend);
        Cpu.DefaultStream.Synchronize();
        // x -> x / 2 + 1, eight times, for the eight chains that thread 5 begins at 5, 6, ... 12.
        float expected = Enumerable.Range(5, DeviceCeilingKernels.Chains).Sum(start => Enumerable.Range(0, 8).Aggregate((float)start, (x, _) => x / 2 + 1));
        Assert.Equal(expected, to.GetAsArray1D()[5], tolerance: 1e-3);
    }
}
