import PortalModel
import PortalTokens

extension StoredKey {
  /// A key that signs the same way in every run, so that frames with signatures in them can be kept.
  /// It is public and signs nothing outside of tests.
  public static let fixed = StoredKey(
    id: "test-key-1",
    privateKeyPEM: """
      -----BEGIN PRIVATE KEY-----
      MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC1VUgwS+6dlfEO
      BH7/oi2wbXxZgc7s2xOn43WYsYbpm3dIjK3AMeOHExWd5H5keL1cMKMlAS8BUv3R
      7bzui+8y+/FkCFcmznIqwgqVk9c5pCGEMY8TM5kRrNJ6oy80ImIDjn/D+medOohM
      ciAm6M20ojMxMAE8BZVLcl5moSCjt2eCQmro5VFlVsiFpBC7c9MxWu2IVajWwVI+
      fgqxbqaSgLBUQAlJlCaU62VXgAELTUHf1AP8ewNuBqtlu2A6Xr6qu0hWu2pUOnrj
      wLD5dW7DIhQdExh2EDEq00pzENfdQlVKp29PrZyuB0pyyNuq7/SakqERfucpCAup
      DnSfMlQ5AgMBAAECggEADFo2wI59ntfC29v3zEFvmBX/O2gtsMIUNtK2dSw7tuBn
      qeYmZGIpoA8PYQn6h6zXZmcsR+Yqne4ZuwIVRZE7/ka+GPy99hdoXMwK1UlkxwkM
      nPEU0F+qkNMLY/4HhkdE0r3za2XchtAAzqdUFB51+9T0RIii/uQY+VKdRmO5wdks
      MH67cweVRxG2OGnBnGuG9S4UOhKd6PsyGCUEzbe44AZNVmjec/gQmHCthNGDenEn
      l1lBWXkycPC2wbmkbYA8qQ5k0r0AadFFoDOW3ylve3tkDZ9/M/BW7aJDpLmUXUEU
      4I3pCzl+aIFB8cgFju8ccPGq/a3RPQHqf1sOIadtEQKBgQDrXv1zb8u5wmCuM0OL
      wGMBHavd2fC3jiCOZohEDsUQNKTCUjbHZRM3jlrgXncUy2Yts65WbV2fWQYm77uj
      PoNxJigJ48/EBscNILQmghxqAap4KXRhPAkPM5X36tIGQDaGaDiXmrJaC+qK+wkb
      F445oL8tmgTQ2NVQQwPVjAdXsQKBgQDFOdhw/THNVFSfgfroEsphxftu1T7yWm8d
      uSy/ynbOEXff1QZGudFq+NCz6Ht/lI35KBeAvy/cOMZq9hDRT5FZlghwKi1DPSIm
      BTXWft7mEVTi1XKWB2Jv8khd0nwDSgCgPEeoUAF3mpHCSFI+Zx4hW786IfQwbbw3
      6QJxj7LvCQKBgQDbN4KZtGMrpRWEyaw8ijfrvyXmn+iqHQ7HckmyEYuK920Iq6fn
      eIU4dja/yFvimzqUkEhsqLnNAw5Oz3OUrFGh3ebmpy5IJgPYf0AqqX4rYVfTSNDj
      CxZo+SPRXvyz47Sk5Ibo9KTuZzDQttSZTgwiMkw8/blEht/OPExi5WOlUQKBgEOv
      4pSEkP8DHjfQCCh1qnd71xrmnL/YQaJV1wHLnpKCdD2hgpHrW+/2jMnx09CpT0Bf
      fhF1jBtscMxsvsDXKe8xCpxUHUyiQoIB78Q5ro4PDK78ymKrDiGVaTip8F3AnA5i
      IcWmD5rYtYWUBIXeJf0U28A7vu6P+rTFh00qICLhAoGAd5KgC5s+gZIi0u42iBkf
      yiuhk1GeJlKCqqBtcnMTXhSQRypGVOC37Li+N2S97/3FeEcQywnMgo6cqH9U4gKy
      1FfG7e1F9akhwulKLfnT12xXGo0tUqbiStQSalpD/G4vCUN8P5BKgEtRPZcwFZHn
      c4QTqyiN5PP2WbwNNT1VSuY=
      -----END PRIVATE KEY-----
      """, refreshSecret: Array(1...64), createdAt: Story.start)
}
