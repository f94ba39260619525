using System.Reflection;
using GuidelineBench.Kernels.Ilgpu.Maps;
using ILGPU;
using ILGPU.Backends;
using ILGPU.Backends.PTX;
using ILGPU.IR;
using ILGPU.IR.Intrinsics;
using ILGPU.Runtime.Cuda;

namespace GuidelineBench.Kernels.Ilgpu.Tensors;

/// <summary>
/// The tensor cores of NVIDIA devices, from compute capability 8.0 on. Only kernels of a context where this was registered can use it.
/// </summary>
/// <remarks>
/// <c>CudaAsm.Emit</c> returns values through addresses, which ILGPU keeps in local memory: four stores and loads for each product. What
/// is registered with the compiler as an intrinsic returns its result in registers.
/// </remarks>
internal readonly struct TensorCores : IWarpProduct
{
    private const string RoundInstruction = "cvt.rna.tf32.f32";

    private const string MultiplyInstruction = "mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32";

    /// <summary>Elements of A and B that a thread holds; the operands before those of C.</summary>
    private const int Factors = 6;

    /// <summary>Tensor cores take TF32 from here on.</summary>
    public static CudaArchitecture First { get; } = CudaArchitecture.SM_80;

    /// <param name="architecture">Null for devices that are not of CUDA.</param>
    public static bool AreIn(CudaArchitecture? architecture) => architecture >= First;

    [IntrinsicImplementation]
    public static float Rounded(float value) => throw new NotSupportedException();

    [IntrinsicImplementation]
    public static Float4 MultiplyAdd(
        float a0, float a1, float a2, float a3, float b0, float b1, float c0, float c1, float c2, float c3) =>
        throw new NotSupportedException();

    /// <summary>Tells the compiler of a context's kernels what to write for the methods above.</summary>
    public static void Register(Context.Builder builder)
    {
        IntrinsicImplementationManager manager = builder.GetIntrinsicManager();
        Register(manager, nameof(Rounded), nameof(WriteRounded));
        Register(manager, nameof(MultiplyAdd), nameof(WriteMultiplyAdd));
    }

    private static void Register(IntrinsicImplementationManager manager, string method, string writer) => manager.RegisterMethod(
        typeof(TensorCores).GetMethod(method, BindingFlags.Public | BindingFlags.Static)!,
        new PTXIntrinsic(typeof(TensorCores), writer, IntrinsicImplementationMode.GenerateCode, First));

    private static void WriteRounded(PTXBackend backend, PTXCodeGenerator generator, Value call)
    {
        RegisterAllocator<PTXRegisterKind>.HardwareRegister bits = generator.AllocateInt32Register();
        using (PTXCodeGenerator.CommandEmitter round = generator.BeginCommand(RoundInstruction))
        {
            round.AppendArgument(bits);
            round.AppendArgument(generator.LoadHardware(call[0]));
        }

        MoveBits(generator, bits, generator.AllocateHardware(call));
        generator.FreeRegister(bits);
    }

    private static void WriteMultiplyAdd(PTXBackend backend, PTXCodeGenerator generator, Value call)
    {
        RegisterAllocator<PTXRegisterKind>.PrimitiveRegister[] operands =
            [.. Enumerable.Range(0, call.Count).Select(operand => operand < Factors ? Bits(generator, call[operand]) : generator.LoadHardware(call[operand]))];
        var result = (RegisterAllocator<PTXRegisterKind>.CompoundRegister)generator.Allocate(call);
        using (PTXCodeGenerator.CommandEmitter multiply = generator.BeginCommand(MultiplyInstruction))
        {
            multiply.AppendVectorArgument(result.SliceAs<RegisterAllocator<PTXRegisterKind>.PrimitiveRegister>(0, 4));
            multiply.AppendVectorArgument(operands[..4]);
            multiply.AppendVectorArgument(operands[4..Factors]);
            multiply.AppendVectorArgument(operands[Factors..]);
        }

        foreach (RegisterAllocator<PTXRegisterKind>.PrimitiveRegister bits in operands[..Factors])
            generator.FreeRegister((RegisterAllocator<PTXRegisterKind>.HardwareRegister)bits);
    }

    // PTX takes TF32 in registers without type only; ILGPU's registers of floats have one.
    private static RegisterAllocator<PTXRegisterKind>.HardwareRegister Bits(PTXCodeGenerator generator, Value factor)
    {
        RegisterAllocator<PTXRegisterKind>.HardwareRegister bits = generator.AllocateInt32Register();
        MoveBits(generator, generator.LoadHardware(factor), bits);
        return bits;
    }

    private static void MoveBits(
        PTXCodeGenerator generator, RegisterAllocator<PTXRegisterKind>.HardwareRegister from, RegisterAllocator<PTXRegisterKind>.HardwareRegister to)
    {
        using PTXCodeGenerator.CommandEmitter move = generator.BeginCommand("mov.b32");
        move.AppendArgument(to);
        move.AppendArgument(from);
    }
}
