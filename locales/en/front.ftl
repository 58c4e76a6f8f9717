front-title = Welcome
front-welcome = Welcome to { $site }
front-lead = Training for customs officers: modules to take at your own pace, results you can see, and certificates anyone can verify.
front-verify-link = Verify it here
front-learn = Learn
front-learn-text = Open a module in its own window, stop when you must, and go on where you left off.
front-prove = Prove it
front-prove-text = Whoever is shown a certificate can check its number or its QR code.
