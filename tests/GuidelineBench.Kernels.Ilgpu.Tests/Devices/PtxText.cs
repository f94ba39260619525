using System.Reflection;
using GuidelineBench.Kernels.Ilgpu.Devices;
using ILGPU;
using ILGPU.Backends.EntryPoints;
using ILGPU.Backends.PTX;
using ILGPU.Runtime.Cuda;

namespace GuidelineBench.Kernels.Ilgpu.Tests.Devices;

/// <summary>What ILGPU makes of kernels. No device and no driver is needed for it.</summary>
internal static class PtxText
{
    private static readonly Lazy<Context> context =
        new(() => Context.Create(builder => KernelContexts.Kernels(builder)));

    /// <param name="kernel">Explicitly grouped; a generic one with its type arguments.</param>
    /// <param name="architecture">Null: the newest one that ILGPU knows.</param>
    public static string Of(MethodInfo kernel, CudaArchitecture? architecture = null)
    {
        CudaArchitecture target = architecture ?? typeof(CudaArchitecture)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null))
            .OfType<CudaArchitecture>()
            .Max();
        using var backend = new PTXBackend(context.Value, target, PTXCodeGenerator.SupportedInstructionSets.Max(), null!);
        return ((PTXCompiledKernel)backend.Compile(EntryPointDescription.FromExplicitlyGroupedKernel(kernel), default)).PTXAssembly;
    }
}
