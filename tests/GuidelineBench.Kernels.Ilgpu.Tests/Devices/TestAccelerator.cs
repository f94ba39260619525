using System.Diagnostics;
using System.Globalization;
using GuidelineBench.Core.Costs;
using GuidelineBench.Execution.Threads;
using GuidelineBench.Kernels.Conformance.Operators;
using GuidelineBench.Kernels.Ilgpu.Devices;
using GuidelineBench.Kernels.Ilgpu.Drivers;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace GuidelineBench.Kernels.Ilgpu.Tests.Devices;

/// <summary>The accelerator of a kind of device, opened once for all tests.</summary>
public static class TestAccelerator<TDevice>
    where TDevice : ITestDevice
{
    /// <summary>A longer test than usual: <c>GUIDELINEBENCH_CASES=10000</c> of a kind, where a device usually takes few.</summary>
    private const string CasesVariable = "GUIDELINEBENCH_CASES";

    private static readonly Lazy<Accelerator?> Opened = new(Open);

    /// <summary>Skips the test where there is none.</summary>
    public static Accelerator Instance
    {
        get
        {
            if (Opened.Value is { } accelerator)
                return accelerator;
            Assert.Skip($"This machine has no {TDevice.Name}.");
            return null!;
        }
    }

    /// <returns>The cases that the device has the time for, every kind of operator among them; where there is no device one, to be skipped.</returns>
    public static TheoryData<OperatorCase> Data(IEnumerable<OperatorCase> cases)
    {
        if (Opened.Value is null)
            return [cases.First()];
        OperatorCase[] small = [.. cases.Where(IsSmall)];
        bool isAsked = int.TryParse(Environment.GetEnvironmentVariable(CasesVariable), CultureInfo.InvariantCulture, out int asked);
        int count = Math.Min(small.Length, isAsked ? asked : TestPart.Number(all: TDevice.MostCases, part: 0));
        IEnumerable<OperatorCase> some = Enumerable.Range(0, count).Select(i => small[(long)i * small.Length / count]);
        return [.. TestPart.Cover(small, OperatorKinds.OfAnyWindow).Union(some)];
    }

    /// <returns>One block of each cell of Tables 1-4, or of each row the smallest; where there is no device one, to be skipped.</returns>
    public static TheoryData<OperatorCase> FirstBlocks =>
        Opened.Value is null ? [TDevice.FirstBlocks.First()]
        : TestPart.IsAll ? [.. TDevice.FirstBlocks]
        : [.. TDevice.FirstBlocks.OrderBy(MultiplyAdds).DistinctBy(ExperimentCases.Row)];

    private static bool IsSmall(OperatorCase operatorCase) => MultiplyAdds(operatorCase) <= TDevice.MostMultiplyAdds;

    private static long MultiplyAdds(OperatorCase operatorCase) => operatorCase.Batch * GraphCosts.Of(operatorCase.Graph).MultiplyAdds;

    private static Accelerator? Open()
    {
        NativeLibraries.Register();
        Context context = Context.Create(builder => TDevice.Enable(KernelContexts.Kernels(builder)));
        Device? device = TDevice.Find(context);
        if (device is not null)
        {
            if (device is CPUDevice)
                StayOnOneCore();
            return device.CreateAccelerator(context);
        }

        context.Dispose();
        return null;
    }

    /// <summary>
    /// Threads of a simulated device meet at barriers all the time. On several cores each barrier wakes threads on other cores,
    /// which takes longer than what they do in between, and far longer when something else runs there.
    /// </summary>
    private static void StayOnOneCore()
    {
        int core = CoreAffinity.UsableProcessors()[^1];
        if (!OperatingSystem.IsLinux() || core >= 8 * nint.Size)
            return;
        // New threads begin where the process is, not where the thread is that makes them.
        using var process = Process.GetCurrentProcess();
        process.ProcessorAffinity = (nint)1 << core;
    }
}
